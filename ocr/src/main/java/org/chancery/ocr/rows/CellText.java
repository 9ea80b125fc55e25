package org.chancery.ocr.rows;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.model.StylesTable;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;

/** What a cell says, as text: dates as in ISO 8601, numbers without an exponent. */
final class CellText {
  private final ReadOnlySharedStringsTable strings;
  private final StylesTable styles;
  private final boolean from1904;

  CellText(ReadOnlySharedStringsTable strings, StylesTable styles, boolean from1904) {
    this.strings = strings;
    this.styles = styles;
    this.from1904 = from1904;
  }

  /**
   * A cell's text.
   *
   * @param type as the file gives it; null for a number
   * @param style number of its style; null for none
   * @param raw its value
   */
  String of(String type, String style, String raw) {
    if (raw.isEmpty()) {
      return "";
    }
    if ("s".equals(type)) {
      return strings.getItemAt(Integer.parseInt(raw.strip())).getString();
    }
    if ("b".equals(type)) {
      return raw.strip().equals("1") ? "yes" : "no";
    }
    if (type == null || type.equals("n")) {
      return number(raw.strip(), style);
    }
    return raw;
  }

  private String number(String raw, String style) {
    double value;
    try {
      value = Double.parseDouble(raw);
    } catch (NumberFormatException e) {
      return raw;
    }
    String format = format(style);
    if (isDate(style, format) && DateUtil.isValidExcelDate(value)) {
      LocalDateTime date = DateUtil.getLocalDateTime(value, from1904);
      return date.toLocalTime().toSecondOfDay() == 0
          ? date.toLocalDate().toString()
          : date.toString();
    }
    String plain =
        new BigDecimal(raw).round(new MathContext(15)).stripTrailingZeros().toPlainString();
    return format.matches("0+") && plain.matches("\\d+") && plain.length() < format.length()
        ? "0".repeat(format.length() - plain.length()) + plain
        : plain;
  }

  private String format(String style) {
    if (style == null || styles == null) {
      return "";
    }
    XSSFCellStyle found = styles.getStyleAt(Integer.parseInt(style));
    String format = found == null ? null : found.getDataFormatString();
    return format == null ? "" : format;
  }

  private boolean isDate(String style, String format) {
    if (style == null || styles == null || format.isEmpty()) {
      return false;
    }
    int index = styles.getStyleAt(Integer.parseInt(style)).getDataFormat();
    boolean builtIn = index <= 0x31 && BuiltinFormats.getBuiltinFormat(index) != null;
    return DateUtil.isADateFormat(index, builtIn ? BuiltinFormats.getBuiltinFormat(index) : format);
  }
}
