package org.chancery.archive.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.chancery.archive.format.FormatList;

/** The transfer request's data: JSON for programs, text for who types it into ERA 2.0. */
final class RequestDocuments {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final TransferRequest request;
  private final Volume volume;
  private final FormatList formats;

  RequestDocuments(TransferRequest request, Volume volume, FormatList formats) {
    this.request = request;
    this.volume = volume;
    this.formats = formats;
  }

  /**
   * How much is in a package.
   *
   * @param originals number of them
   * @param copies number of them
   * @param bytes of both
   */
  record Volume(long originals, long copies, long bytes) {
    long files() {
      return originals + copies;
    }

    /** The sum that BagIt calls Payload-Oxum. */
    String oxum() {
      return bytes + "." + files();
    }
  }

  void write(TagFiles tags) throws IOException {
    tags.write(PackageLayout.REQUEST_JSON, json());
    tags.write(PackageLayout.REQUEST_TEXT, text());
  }

  private String json() throws JsonProcessingException {
    ObjectNode root = JSON.createObjectNode();
    root.put("transfer", request.id());
    root.put("agency", request.agency());
    root.put("creatingOffice", request.creatingOffice());
    root.put("recordGroup", request.recordGroup());
    root.put("seriesTitle", request.seriesTitle());
    root.put("description", request.description());
    root.putObject("dateSpan")
        .put("from", request.from().toString())
        .put("to", request.to().toString());
    root.put("dispositionAuthority", request.dispositionAuthority());
    root.put("legalTransfer", request.legalTransfer().label());
    root.put("restrictions", request.restrictions());
    root.putObject("contact")
        .put("name", request.contact().name())
        .put("phone", request.contact().phone())
        .put("email", request.contact().email());
    root.putObject("volume")
        .put("files", volume.files())
        .put("originals", volume.originals())
        .put("copies", volume.copies())
        .put("bytes", volume.bytes());
    root.put("fileList", PackageLayout.FILE_LIST);
    root.put("metadata", PackageLayout.METADATA_CSV);
    root.putObject("formatsBy")
        .put("source", formats.source())
        .put("date", formats.date().toString());
    root.put("preparedAt", request.preparedAt().toString());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private String text() {
    StringBuilder out = new StringBuilder("Transfer request\n\n");
    line(out, "Transfer", request.id());
    line(out, "Agency", request.agency());
    line(out, "Creating office", request.creatingOffice());
    line(out, "Record group", request.recordGroup());
    line(out, "Series title", request.seriesTitle());
    line(out, "Description", request.description());
    line(out, "Date span", request.from() + " to " + request.to());
    line(out, "Disposition authority", request.dispositionAuthority());
    line(out, "Type of legal transfer", request.legalTransfer().label());
    line(out, "Restrictions", request.restrictions().isEmpty() ? "none" : request.restrictions());
    line(out, "Contact", request.contact().name());
    line(out, "Phone", request.contact().phone());
    line(out, "E-mail", request.contact().email());
    line(
        out,
        "Volume",
        volume.files()
            + " files ("
            + volume.originals()
            + " originals, "
            + volume.copies()
            + " copies), "
            + volume.bytes()
            + " bytes");
    line(out, "File list", PackageLayout.FILE_LIST);
    line(out, "Prepared", request.preparedAt().toString());
    return out.toString();
  }

  private static void line(StringBuilder out, String label, String value) {
    if (!value.isBlank()) {
      out.append(String.format("%-24s%s\n", label + ":", value.strip().replaceAll("\\s+", " ")));
    }
  }
}
