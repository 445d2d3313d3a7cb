/// How far the people who judged agree.
@NullMarked
package dev.whetstone.services.agreement;

import org.jspecify.annotations.NullMarked;
