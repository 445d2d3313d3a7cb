/// Values that can be found in a text by form: numbers, money, dates, IBANs, citations and others.
@NullMarked
package dev.whetstone.core.text.entity;

import org.jspecify.annotations.NullMarked;
