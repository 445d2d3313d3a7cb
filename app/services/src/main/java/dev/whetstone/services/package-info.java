@NullMarked
package dev.whetstone.services;

import org.jspecify.annotations.NullMarked;
