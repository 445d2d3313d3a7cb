/// The first screen: projects, the sample, the next step, running jobs.
@NullMarked
package dev.whetstone.desktop.home;

import org.jspecify.annotations.NullMarked;
