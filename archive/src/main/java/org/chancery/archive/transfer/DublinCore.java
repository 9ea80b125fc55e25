package org.chancery.archive.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** The metadata table again, in the elements of Dublin Core: one record for each file. */
final class DublinCore implements Closeable {
  private final PackageXml xml;

  DublinCore(OutputStream out) throws IOException {
    xml = new PackageXml(out);
    xml.root(
            "records",
            Map.of(
                "dc", "http://purl.org/dc/elements/1.1/",
                "dcterms", "http://purl.org/dc/terms/"))
        .line();
  }

  void add(List<String> row) throws IOException {
    xml.start("record")
        .attribute("file", MetadataColumn.FILE_PATH.of(row))
        .element("dc:identifier", MetadataColumn.RECORD_ID.of(row))
        .element("dc:title", MetadataColumn.TITLE.of(row))
        .element("dc:description", MetadataColumn.DESCRIPTION.of(row))
        .element("dc:creator", MetadataColumn.CREATOR.of(row))
        .element("dcterms:created", MetadataColumn.CREATION_DATE.of(row))
        .element("dc:rights", MetadataColumn.RIGHTS.of(row))
        .element("dc:coverage", MetadataColumn.COVERAGE.of(row))
        .element("dc:relation", MetadataColumn.RELATION.of(row))
        .element("dc:type", MetadataColumn.RECORD_TYPE.of(row))
        .element("dc:format", MetadataColumn.FILE_FORMAT.of(row))
        .element("dcterms:extent", MetadataColumn.SIZE.of(row) + " bytes")
        .element("dcterms:isFormatOf", MetadataColumn.COPY_OF.of(row))
        .element("dcterms:alternative", MetadataColumn.ORIGINAL_NAME.of(row))
        .end()
        .line();
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
