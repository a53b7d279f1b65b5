/**
 * The images of an article before any of them is checked: one picture is one image, wherever it was
 * named.
 */
@NullMarked
package io.broadsheet.enrich.step.images;

import org.jspecify.annotations.NullMarked;
