/**
 * What an operator asks of a cluster, and does to it: whether it keeps up ({@code lag}), what is on
 * a topic ({@code tail}), where an article is ({@code trace}), what was buried ({@code letters})
 * and how it gets back ({@code replay}), and how feeds fare ({@code feeds}). All of it is read from
 * the topics themselves; the command and the desk only show it.
 */
@NullMarked
package io.broadsheet.operate;

import org.jspecify.annotations.NullMarked;
