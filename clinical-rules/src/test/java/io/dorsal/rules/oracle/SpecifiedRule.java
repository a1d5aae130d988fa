package io.dorsal.rules.oracle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the tables of the specification say of a rule beside its condition, in order of precedence. */
record SpecifiedRule(
        String id,
        String urgency,
        List<String> queues,
        @Nullable String workUp,
        List<String> sources) {

    static final List<SpecifiedRule> ALL = """
            CES-1 | EMERGENCY | EMERGENCY_DEPARTMENT, NEUROSURGERY | MRI at once; surgery is usually needed within 48 h | S1.9, S2
            CES-2 | EMERGENCY | EMERGENCY_DEPARTMENT, NEUROSURGERY | MRI at once | S1.9
            NEURO-1 | EMERGENCY | EMERGENCY_DEPARTMENT, NEUROSURGERY | MRI or CT myelogram at once | S1.3, S2
            CANCER-1 | EMERGENCY | EMERGENCY_DEPARTMENT, ONCOLOGY | MRI at once, blood tests | S1.10
            TRAUMA-1 | EMERGENCY | EMERGENCY_DEPARTMENT | X-ray or CT at once | S2, S4
            TRAUMA-3 | EMERGENCY | EMERGENCY_DEPARTMENT | CT or X-ray at once | NEJM 2003;349:2510
            INFECTION-1 | EMERGENCY | EMERGENCY_DEPARTMENT, INFECTIOUS_DISEASE | MRI, blood tests | S2, S1.7
            INFECTION-4 | EMERGENCY | EMERGENCY_DEPARTMENT, NEUROSURGERY | MRI at once, blood tests | S1.7
            ACUTE-1 | EMERGENCY | EMERGENCY_DEPARTMENT | Imaging, blood and urine tests | S1.2
            REFERRED-1 | EMERGENCY | EMERGENCY_DEPARTMENT | Broad medical evaluation | S4
            REFERRED-3 | EMERGENCY | EMERGENCY_DEPARTMENT | Aortic imaging at once | S4
            TOS-3 | EMERGENCY | EMERGENCY_DEPARTMENT | Vascular examination at once | S1.8
            CES-3 | URGENT | PRIMARY_CARE | Neurological examination the same day, MRI if in doubt | S1.9, S1.3
            CES-4 | URGENT | PRIMARY_CARE | Neurological examination the same day | S1.9, S2
            NEURO-2 | URGENT | NEUROSURGERY | MRI or CT myelogram at once | S1.3
            CORD-1 | URGENT | NEUROSURGERY | MRI of the cord | S1.3, S4, BMJ 2018;360:k186
            CANCER-2 | URGENT | ONCOLOGY | Imaging, blood tests | S1.10
            CANCER-3 | URGENT | ONCOLOGY | Imaging, blood tests at once | S1.10, BMJ 2013;347:f7095
            CANCER-4 | URGENT | PRIMARY_CARE | Imaging, blood tests | S1.10, S2
            INFECTION-5 | URGENT | INFECTIOUS_DISEASE | MRI, blood tests | S1.7
            FRACTURE-4 | URGENT | SPINE_SURGERY | X-ray, MRI | S1.4, S1.3
            GCA-1 | URGENT | RHEUMATOLOGY | Blood tests for inflammation, the same day if sight is affected | S1.6
            TRAUMA-2 | URGENT | SPINE_SURGERY | X-ray or CT | S2, S4
            REFERRED-2 | URGENT | PRIMARY_CARE | Urine test | S4
            AGE-2 | URGENT | PRIMARY_CARE | Pediatric assessment the same day | PEDIATRIC, SCOPE
            SCREEN-1 | URGENT | PRIMARY_CARE | — | SAFETY-FLOOR
            REPRESENTED-1 | SOON | PRIMARY_CARE | — | S1.1, SAFETY-INVESTIGATION
            CANCER-5 | SOON | ONCOLOGY | Imaging, blood tests | S1.10
            CANCER-6 | SOON | PRIMARY_CARE | Imaging, blood tests | S1.10
            CANCER-7 | SOON | PRIMARY_CARE | Imaging, blood tests | S1.10, BMJ 2013;347:f7095
            FRACTURE-1 | SOON | SPINE_SURGERY | X-ray | S1.4, S2
            FRACTURE-2 | SOON | SPINE_SURGERY | X-ray | S1.4, Henschke 2009
            FRACTURE-3 | SOON | SPINE_SURGERY | X-ray | S1.4, Henschke 2009
            INFECTION-2 | SOON | INFECTIOUS_DISEASE | MRI, blood tests | S1.7
            INFECTION-3 | SOON | PRIMARY_CARE | MRI, blood tests | S1.7
            INFLAMMATORY-1 | SOON | RHEUMATOLOGY | MRI of the sacroiliac joints, X-ray, CRP/ESR, HLA-B27 | S3, S1.6, ASAS 2009
            INFLAMMATORY-2 | SOON | RHEUMATOLOGY | MRI of the sacroiliac joints, X-ray, CRP/ESR, HLA-B27 | S3, S0
            RHEUM-1 | SOON | RHEUMATOLOGY | Blood tests for inflammation and antibodies, X-ray | S0, S1.6
            RHEUM-3 | SOON | RHEUMATOLOGY | — | S0
            PMR-1 | SOON | RHEUMATOLOGY | Blood tests for inflammation, X-ray | S1.6
            PSORIATIC-1 | SOON | RHEUMATOLOGY, DERMATOLOGY | — | S0
            ACUTE-2 | SOON | PRIMARY_CARE | Imaging if none yet | S1.2
            GCA-2 | SOON | PRIMARY_CARE | Blood tests for inflammation, eye examination | S1.6
            NEURO-3 | SOON | PRIMARY_CARE | Neurological examination | S1.3
            CORD-2 | SOON | PRIMARY_CARE | Neurological examination | S4
            TOS-2 | SOON | PRIMARY_CARE | Examination, vascular tests, imaging | S1.8
            AGE-1 | SOON | PRIMARY_CARE | Pediatric assessment | SCOPE
            SCREEN-2 | SOON | PRIMARY_CARE | — | SAFETY-FLOOR
            RHEUM-2 | ROUTINE | RHEUMATOLOGY | — | S0
            TOS-1 | ROUTINE | PRIMARY_CARE | Examination, nerve tests, imaging | S1.8
            CURVATURE-1 | ROUTINE | SPINE_SURGERY | Imaging | S1.5, S2
            TREATMENT-1 | ROUTINE | SPINE_SURGERY, PAIN_MANAGEMENT | Repeat imaging | S2, S1.1
            TREATMENT-2 | ROUTINE | PAIN_MANAGEMENT | Imaging if none yet | S2
            TREATMENT-3 | ROUTINE | PHYSIATRY | Imaging if none yet | S2
            TREATMENT-4 | ROUTINE | PRIMARY_CARE | X-ray or scan if none yet | S1.1
            STENOSIS-1 | ROUTINE | PHYSIATRY | — | S4
            RADICULAR-1 | ROUTINE | PHYSIATRY | — | S4, S2
            RADICULAR-2 | ROUTINE | PRIMARY_CARE | — | S4, S2
            CHRONIC-1 | ROUTINE | PHYSIATRY | — | S2
            SEVERE-1 | ROUTINE | PRIMARY_CARE | — | S2
            MECHANICAL-1 | ROUTINE | PHYSICAL_THERAPY | — | S2, S3
            SELFCARE-1 | SELF_CARE | — | — | S1, S4
            MECHANICAL-2 | ROUTINE | CHIROPRACTIC | — | S2
            SELFCARE-2 | SELF_CARE | — | — | S1, S4
            DEFAULT-1 | ROUTINE | PRIMARY_CARE | — | S2
            """.lines().map(SpecifiedRule::parse).toList();

    private static SpecifiedRule parse(String row) {
        String[] cells = row.split(" \\| ", -1);
        return new SpecifiedRule(
                cells[0], cells[1], list(cells[2]), cells[3].equals("—") ? null : cells[3], list(cells[4]));
    }

    private static List<String> list(String cell) {
        return cell.equals("—") ? List.of() : List.of(cell.split(", ", -1));
    }
}
