package io.broadsheet.enrich.step.date;

/** How the day of a written date is known. */
public enum DayBasis {
    /** It was written. */
    WRITTEN,
    /** Only its month was written; the first of it stands for all. */
    MONTH,
    /** Only its year was written; the first of January stands for all. */
    YEAR,
    /** It was written relative to the time the text was retrieved: "yesterday", "10 May". */
    REFERENCE
}
