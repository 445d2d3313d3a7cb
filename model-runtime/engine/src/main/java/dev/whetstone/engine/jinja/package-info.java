/// A strict interpreter of the part of Jinja2 that chat templates use. Templates are foreign text:
/// an unknown construct is an error and never a guess, and time, depth and output are limited.
@NullMarked
package dev.whetstone.engine.jinja;

import org.jspecify.annotations.NullMarked;
