package org.chancery.core.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * Something that was left aside.
 *
 * @param line in the file, from 1; 0 for the file as a whole
 * @param cell of a workbook, such as C7
 * @param reason in words
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FileWarning(int line, Optional<String> cell, String reason) {}
