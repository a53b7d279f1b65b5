/**
 * Whether the images of articles can be used: their identity here, and below what their bytes are
 * ({@code inspect}), what follows from it ({@code verdict}), what could be meant by a broken URL
 * ({@code repair}), one check ({@code check}) and the service that answers requests ({@code
 * service}).
 */
@NullMarked
package io.broadsheet.enrich.image;

import org.jspecify.annotations.NullMarked;
