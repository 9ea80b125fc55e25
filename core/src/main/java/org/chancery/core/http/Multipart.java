package org.chancery.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.RequestContext;

/** Multipart bodies (RFC 7578), part by part as they stream by. */
final class Multipart {
  private Multipart() {}

  /** The parts in their order, each to be read before the next is asked for. */
  static FileItemInputIterator parts(Request request) throws IOException {
    return new Parts().getItemIterator(new Context(request));
  }

  /** The library's streaming reader; its other ways of reading make temporary copies. */
  private static final class Parts
      extends AbstractFileUpload<Request, DiskFileItem, DiskFileItemFactory> {
    Parts() {
      setHeaderCharset(StandardCharsets.UTF_8);
    }

    @Override
    public FileItemInputIterator getItemIterator(Request request) throws IOException {
      return getItemIterator(new Context(request));
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(Request request) {
      throw new UnsupportedOperationException("Streams only");
    }

    @Override
    public List<DiskFileItem> parseRequest(Request request) {
      throw new UnsupportedOperationException("Streams only");
    }
  }

  private record Context(Request request) implements RequestContext {
    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public Charset getCharset() {
      return StandardCharsets.UTF_8;
    }

    @Override
    public long getContentLength() {
      return -1;
    }

    @Override
    public String getContentType() {
      return request.header("Content-Type").orElse("");
    }

    @Override
    public InputStream getInputStream() {
      return request.body();
    }

    @Override
    public boolean isMultipartRelated() {
      return false;
    }
  }
}
