package io.broadsheet.desk.door;

/**
 * Who looks at a page.
 *
 * @param maySignIn whether there is a token to sign in with
 * @param isOperator whether they have signed in
 * @param formToken what a form of theirs must carry; empty if they have not signed in
 */
public record Visitor(boolean maySignIn, boolean isOperator, String formToken) {}
