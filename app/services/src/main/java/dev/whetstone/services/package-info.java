/// What both the desktop and the command line call: projects and the work on them, with no screen.
/// [dev.whetstone.services.Workbench] is the way in.
@NullMarked
package dev.whetstone.services;

import org.jspecify.annotations.NullMarked;
