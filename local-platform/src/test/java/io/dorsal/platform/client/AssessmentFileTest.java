package io.dorsal.platform.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessmentFileTest {

    @TempDir
    private Path directory;

    @Test
    void aDocumentIsOneAssessmentHoweverItIsSpaced() throws IOException {
        assertThat(read("{\n  \"patient\" : {}\n}\n"))
                .extracting(FiledAssessment::json)
                .containsExactly("{\"patient\":{}}");
    }

    @Test
    void aLineIsAnAssessmentEach() throws IOException {
        assertThat(read("{\"a\":1}\n{\"a\":2}\n\n"))
                .extracting(FiledAssessment::json)
                .containsExactly("{\"a\":1}", "{\"a\":2}");
    }

    @Test
    void aListIsTakenApart() throws IOException {
        assertThat(read("[{\"a\":1},{\"a\":2}]")).hasSize(2);
    }

    @Test
    void aCaseIsUnwrappedAndKnownByItsId() throws IOException {
        assertThat(read("{\"id\": \"D07\", \"assessment\": {\"a\": 1}, \"expected\": {}}"))
                .containsExactly(new FiledAssessment("file.json D07", "{\"a\":1}"));
    }

    @Test
    void numbersStayAsTheyWereWritten() throws IOException {
        assertThat(read("{\"a\": 1e400, \"b\": 1.0}"))
                .extracting(FiledAssessment::json)
                .containsExactly("{\"a\":1E+400,\"b\":1.0}");
    }

    @Test
    void whatIsWrittenTwiceIsNotDecidedHere() {
        assertThatThrownBy(() -> read("{\"a\": 1,\n \"a\": 2}")).hasMessageContaining("is not JSON: line 2");
    }

    @Test
    void aBrokenLineIsNamed() {
        assertThatThrownBy(() -> read("{\"a\": 1}\n{\"a\": 2}\n{\"a\"")).hasMessageContaining("is not JSON: line 3");
    }

    @Test
    void aFileWithoutAnAssessmentIsRefused() {
        assertThatThrownBy(() -> read("\n")).hasMessageContaining("there is no assessment");
        assertThatThrownBy(() -> read("17")).hasMessageContaining("a JSON object is needed");
        assertThatThrownBy(() -> AssessmentFile.read(directory.resolve("none"), UnaryOperator.identity()))
                .hasMessageContaining("there is no file");
    }

    @Test
    void freshReferencesKeepOnePatientOnePatient() throws IOException {
        List<FiledAssessment> fresh = AssessmentFile.read(
                file(
                        "{\"patient\":{\"reference\":\"x\"}}\n{\"patient\":{\"reference\":\"y\"}}\n{\"patient\":{\"reference\":\"x\"}}"),
                new FreshReferences());

        assertThat(fresh.get(0).json())
                .isEqualTo(fresh.get(2).json())
                .isNotEqualTo(fresh.get(1).json());
        assertThat(fresh).extracting(FiledAssessment::json).noneMatch(json -> json.contains("\"x\""));
    }

    private List<FiledAssessment> read(String text) throws IOException {
        return AssessmentFile.read(file(text), UnaryOperator.identity());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("file.json"), text);
    }
}
