package io.broadsheet.desk.page;

/**
 * What is to be shown.
 *
 * @param template file of the template
 * @param tab that it is under
 * @param title of it
 * @param view what it shows, and what its JSON is
 */
public record Page(String template, Tab tab, String title, Object view) {}
