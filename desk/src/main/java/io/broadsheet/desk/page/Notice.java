package io.broadsheet.desk.page;

/**
 * Something to be told instead of a page.
 *
 * @param words for the person
 */
public record Notice(String words) {}
