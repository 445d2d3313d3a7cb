/// What can be done: actions with their keys, the screens they belong to, and the way between
/// screens.
@NullMarked
package dev.whetstone.desktop.action;

import org.jspecify.annotations.NullMarked;
