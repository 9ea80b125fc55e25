package org.chancery.ocr.rows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.chancery.ocr.page.UnreadableFile;
import org.chancery.ocr.page.UnreadableFile.Reason;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** A workbook (ECMA-376), one sheet of it, row by row: never as a whole in memory. */
final class Workbook {
  private final RowWriter out;
  private final RowFile.Options options;

  Workbook(RowWriter out, RowFile.Options options) {
    this.out = out;
    this.options = options;
  }

  /** A sheet as the workbook lists it. */
  private record Sheet(String name, String id, boolean hidden) {}

  /** What the workbook says of itself. */
  private static final class Contents extends DefaultHandler {
    private final List<Sheet> sheets = new ArrayList<>();
    private boolean from1904;

    @Override
    public void startElement(String uri, String local, String name, Attributes values) {
      if (local.equals("sheet")) {
        String state = values.getValue("state");
        sheets.add(
            new Sheet(
                values.getValue("name"),
                values.getValue(
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "id"),
                state != null && !state.equals("visible")));
      } else if (local.equals("workbookPr")) {
        String from = values.getValue("date1904");
        from1904 = "1".equals(from) || "true".equals(from);
      }
    }
  }

  void read(Path file) throws IOException, UnreadableFile {
    try (OPCPackage zip = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
      XSSFReader reader = new XSSFReader(zip);
      Contents contents = new Contents();
      parse(reader.getWorkbookData(), contents);
      Sheet sheet = chosen(contents.sheets);
      Merged merged = new Merged(options.hidden());
      parse(reader.getSheet(sheet.id()), merged);
      Map<String, Object> about = new LinkedHashMap<>();
      about.put("format", "xlsx");
      about.put("sheets", contents.sheets.stream().map(Sheet::name).toList());
      about.put("sheet", sheet.name());
      SheetRows rows =
          new SheetRows(
              new CellText(
                  new ReadOnlySharedStringsTable(zip), reader.getStylesTable(), contents.from1904),
              merged,
              new Table(out, about, options),
              options.hidden());
      parse(reader.getSheet(sheet.id()), rows);
      rows.end();
      for (Sheet other : contents.sheets) {
        if (other.hidden() && !other.name().equals(sheet.name())) {
          out.warning(0, null, "sheet " + other.name() + " is hidden");
        }
      }
    } catch (Stopped e) {
      throw e.unreadable();
    } catch (OpenXML4JException
        | SAXException
        | ParserConfigurationException
        | IllegalArgumentException
        | IllegalStateException e) {
      throw new UnreadableFile(
          Reason.DAMAGED,
          "The file is not a spreadsheet, or it is damaged. Save it again as .xlsx or .csv.",
          e);
    }
  }

  private Sheet chosen(List<Sheet> sheets) throws UnreadableFile {
    return sheets.stream()
        .filter(
            each -> options.sheet() == null ? !each.hidden() : each.name().equals(options.sheet()))
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableFile(
                    Reason.EMPTY,
                    options.sheet() == null
                        ? "Every sheet of the workbook is hidden. Show the one to import."
                        : "The workbook has no sheet named " + options.sheet() + "."));
  }

  private static void parse(InputStream part, DefaultHandler handler)
      throws IOException, SAXException, ParserConfigurationException {
    try (InputStream in = part) {
      XMLReader xml = XMLHelper.newXMLReader();
      xml.setContentHandler(handler);
      xml.parse(new InputSource(in));
    }
  }

  /** What ends the reading of a sheet, through the parser's own exceptions. */
  static final class Stopped extends SAXException {
    private static final long serialVersionUID = 1L;

    Stopped(Exception cause) {
      super(cause);
    }

    UnreadableFile unreadable() throws IOException {
      if (getException() instanceof IOException io) {
        throw io;
      }
      return (UnreadableFile) getException();
    }
  }
}
