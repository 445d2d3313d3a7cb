/// What a person needs to know when something does not work.
@NullMarked
package dev.whetstone.services.doctor;

import org.jspecify.annotations.NullMarked;
