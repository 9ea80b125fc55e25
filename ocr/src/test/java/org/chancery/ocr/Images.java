package org.chancery.ocr;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Writes test images in the formats that scanners write. */
final class Images {
  private Images() {}

  static Path png(Path file, BufferedImage image) throws IOException {
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  static Path jpeg(Path file, BufferedImage image) throws IOException {
    ImageIO.write(image, "jpg", file.toFile());
    return file;
  }

  /**
   * Writes a TIFF.
   *
   * @param compression as the JDK names it: {@code CCITT T.6}, {@code CCITT T.4}, {@code LZW},
   *     {@code JPEG}
   */
  static Path tiff(Path file, String compression, int dpi, List<BufferedImage> pages)
      throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
    File target = file.toFile();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(target)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionType(compression);
      writer.prepareWriteSequence(null);
      for (BufferedImage page : pages) {
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(page), param);
        metadata.mergeTree("javax_imageio_1.0", resolution(dpi));
        writer.writeToSequence(new IIOImage(page, null, metadata), param);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return file;
  }

  private static IIOMetadataNode resolution(int dpi) {
    IIOMetadataNode root = new IIOMetadataNode("javax_imageio_1.0");
    IIOMetadataNode dimension = new IIOMetadataNode("Dimension");
    for (String side : List.of("HorizontalPixelSize", "VerticalPixelSize")) {
      IIOMetadataNode size = new IIOMetadataNode(side);
      size.setAttribute("value", Double.toString(25.4 / dpi));
      dimension.appendChild(size);
    }
    root.appendChild(dimension);
    return root;
  }
}
