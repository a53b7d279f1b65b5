package io.broadsheet.enrich.xss;

/**
 * A piece of HTML that would do something if it were shown as it is.
 *
 * @param number from 1 on; what it does, it does under this number
 * @param family whom it belongs to
 * @param html itself
 * @param swallows whether it leaves something open in which the text behind it is not seen
 */
record Vector(int number, Family family, String html, boolean swallows) {

    /** What only a script of the vector asks for. */
    static final String RAN = "ran";

    private static final String HOST = "canary.test";

    /**
     * Vectors of one kind.
     *
     * @param name what they have in common
     * @param fires whether a browser of today acts on at least one of them
     */
    record Family(String name, boolean fires) {}

    static Vector of(int number, Family family, String template) {
        boolean swallows = template.startsWith("~");
        String html =
                Template.unescaped(swallows ? template.substring(1) : template)
                        .replace("{n}", Integer.toString(number))
                        .replace("{js}", "canary(" + number + ")")
                        .replace("{u}", "http://" + HOST + "/" + number);
        return new Vector(number, family, html, swallows);
    }

    /** What stands before it and can be read in any case. */
    String before() {
        return "The lanterns of street " + number + " were lit before.";
    }

    /** What stands after it. */
    String after() {
        return "The lanterns of street " + number + " were lit after.";
    }

    @Override
    public String toString() {
        return number + " (" + family.name() + "): " + html;
    }
}
