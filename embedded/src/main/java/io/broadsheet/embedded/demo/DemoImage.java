package io.broadsheet.embedded.demo;

import io.broadsheet.v1.ImageVerdict;

/**
 * An image of the demo.
 *
 * @param article that shows it
 * @param verdict that it earns
 * @param url as the article has it
 * @param what is the matter with it, in a few words
 */
public record DemoImage(DemoArticle article, ImageVerdict verdict, String url, String what) {}
