package io.dorsal.referral.lifecycle;

/** What can be done with a referral; the paths are public API. */
public enum ActionName {
    /** Takes it on. */
    ACCEPT("accept", Party.SPECIALIST),
    /** Gives the patient an appointment, or another one. */
    SCHEDULE("schedule", Party.SPECIALIST),
    /** Says that the patient was seen, and what came of it. */
    COMPLETE("complete", Party.SPECIALIST),
    /** Gives it back to the clinic, with advice. */
    RETURN("return", Party.SPECIALIST),
    /** Moves it on to another queue. */
    REDIRECT("redirect", Party.SPECIALIST),
    /** Gives it up; once it was taken on, a specialist confirms. Closes one that was returned. */
    CANCEL("cancel", Party.CLINIC),
    /** Agrees to the end that the clinic or a newer revision asks for. */
    CONFIRM("confirm", Party.SPECIALIST),
    /** Says that the patient did not come. */
    NO_SHOW("no-show", Party.SPECIALIST),
    /** Stops the clock until a time. */
    PAUSE("pause", Party.SPECIALIST),
    /** Has the clock go on before that time. */
    RESUME("resume", Party.SPECIALIST);

    private final String path;
    private final Party party;

    ActionName(String path, Party party) {
        this.path = path;
        this.party = party;
    }

    /** Its name in paths and in lists of what is possible. */
    public String path() {
        return path;
    }

    /** Who may do it. */
    public Party party() {
        return party;
    }
}
