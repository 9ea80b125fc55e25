package org.chancery.ocr.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/**
 * Makes a document keep the rules of PDF/A-2b (ISO 19005-2), as far as that can be done without
 * touching what its pages show: metadata and output intent are added; scripts, enclosures, actions
 * and other things that a page does not need in order to be seen are left out. A font that is not
 * embedded cannot be mended so, nor can colours for printing presses.
 */
final class LastingPdf {
  private static final COSName FONT_DESCRIPTOR = COSName.getPDFName("FontDescriptor");
  private static final Set<String> PLAIN_ACTIONS =
      Set.of("GoTo", "GoToR", "URI", "Thread", "Named");
  private static final Set<String> ODD_ANNOTATIONS =
      Set.of("Sound", "Movie", "3D", "Screen", "FileAttachment", "RichMedia");
  private static final int PRINT = 4;
  private static final int UNSEEN = 1 | 2 | 32 | 256;

  private final PDDocument document;

  private LastingPdf(PDDocument document) {
    this.document = document;
  }

  /**
   * Does so. What it says of itself afterwards is looked at by a validator before anyone relies on
   * it.
   *
   * @return whether it says now that it is PDF/A: not when one of its fonts is not embedded
   */
  static boolean make(PDDocument document) throws IOException {
    return new LastingPdf(document).make();
  }

  private boolean make() throws IOException {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    for (String name : List.of("OpenAction", "AA", "Requirements", "NeedsRendering", "AF")) {
      catalog.removeItem(COSName.getPDFName(name));
    }
    COSDictionary names = catalog.getCOSDictionary(COSName.getPDFName("Names"));
    if (names != null) {
      for (String name : List.of("JavaScript", "EmbeddedFiles", "AlternatePresentations")) {
        names.removeItem(COSName.getPDFName(name));
      }
    }
    COSDictionary form = catalog.getCOSDictionary(COSName.ACRO_FORM);
    if (form != null) {
      form.removeItem(COSName.getPDFName("XFA"));
      form.removeItem(COSName.getPDFName("NeedAppearances"));
    }
    boolean embedded = true;
    for (COSBase each : objects()) {
      embedded &= mend(each);
    }
    document.getDocument().getTrailer().removeItem(COSName.INFO);
    catalog.removeItem(COSName.METADATA);
    if (embedded) {
      declare();
    }
    return embedded;
  }

  /** All that the file holds, and all that was added: each once. */
  private List<COSBase> objects() {
    List<COSBase> found = new ArrayList<>();
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<COSBase> next = new ArrayList<>();
    for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
      next.add(document.getDocument().getObjectFromPool(key));
    }
    next.add(document.getDocument().getTrailer());
    while (!next.isEmpty()) {
      COSBase each = next.remove(next.size() - 1);
      COSBase there = each instanceof COSObject reference ? reference.getObject() : each;
      if (there == null || !seen.add(there)) {
        continue;
      }
      if (there instanceof COSDictionary dictionary) {
        found.add(dictionary);
        dictionary.getValues().forEach(next::add);
      } else if (there instanceof COSArray array) {
        found.add(array);
        array.forEach(next::add);
      }
    }
    return found;
  }

  /** Returns false for a font whose shapes the document does not hold. */
  private boolean mend(COSBase object) throws IOException {
    if (object instanceof COSArray array) {
      leaveOutOddAnnotations(array);
      return true;
    }
    COSDictionary dictionary = (COSDictionary) object;
    if (dictionary instanceof COSStream stream) {
      mend(stream);
    }
    COSName type = dictionary.getCOSName(COSName.TYPE);
    if (COSName.EXT_G_STATE.equals(type)) {
      for (String name : List.of("TR", "TR2", "HTP")) {
        dictionary.removeItem(COSName.getPDFName(name));
      }
    }
    mendActions(dictionary);
    if (COSName.PAGE.equals(type)) {
      dictionary.removeItem(COSName.getPDFName("PresSteps"));
    }
    if (dictionary.containsKey(COSName.getPDFName("OCGs"))) {
      mendLayers(dictionary);
    }
    if (isAnnotation(dictionary)) {
      mendAnnotation(dictionary);
    }
    if (COSName.FONT_DESC.equals(type)) {
      dictionary.removeItem(COSName.getPDFName("CIDSet"));
      dictionary.removeItem(COSName.getPDFName("CharSet"));
    }
    return !COSName.FONT.equals(type) || isEmbedded(dictionary);
  }

  private static boolean isEmbedded(COSDictionary font) {
    String subtype = font.getNameAsString(COSName.SUBTYPE);
    if ("Type3".equals(subtype) || "Type0".equals(subtype)) {
      // The shapes are in the font itself, or in its descendant, which is looked at by itself.
      return true;
    }
    COSDictionary descriptor = font.getCOSDictionary(FONT_DESCRIPTOR);
    return descriptor != null
        && (descriptor.containsKey(COSName.FONT_FILE)
            || descriptor.containsKey(COSName.FONT_FILE2)
            || descriptor.containsKey(COSName.FONT_FILE3));
  }

  private static void mend(COSStream stream) throws IOException {
    if (hasFilter(stream, COSName.LZW_DECODE)
        || hasFilter(stream, COSName.LZW_DECODE_ABBREVIATION)) {
      byte[] bytes;
      try (InputStream in = stream.createInputStream()) {
        bytes = in.readAllBytes();
      }
      stream.removeItem(COSName.DECODE_PARMS);
      try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
        out.write(bytes);
      }
    }
    for (String name : List.of("F", "FFilter", "FDecodeParms", "Alternates", "OPI", "PS", "Ref")) {
      stream.removeItem(COSName.getPDFName(name));
    }
    if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
      stream.setBoolean(COSName.INTERPOLATE, false);
    }
  }

  private static boolean hasFilter(COSStream stream, COSName filter) {
    COSBase filters = stream.getFilters();
    return filter.equals(filters)
        || filters instanceof COSArray array && array.indexOf(filter) >= 0;
  }

  private static void mendActions(COSDictionary dictionary) {
    dictionary.removeItem(COSName.AA);
    COSDictionary action =
        dictionary.getDictionaryObject(COSName.A) instanceof COSDictionary found ? found : null;
    if (action != null
        && action.containsKey(COSName.S)
        && !PLAIN_ACTIONS.contains(String.valueOf(action.getNameAsString(COSName.S)))) {
      dictionary.removeItem(COSName.A);
    }
  }

  /** Layers have a name, and nothing shows them by itself. */
  private static void mendLayers(COSDictionary layers) {
    COSDictionary usual = layers.getCOSDictionary(COSName.D);
    if (usual != null) {
      usual.removeItem(COSName.getPDFName("AS"));
      if (!usual.containsKey(COSName.NAME)) {
        usual.setString(COSName.NAME, "Layers");
      }
    }
  }

  private static boolean isAnnotation(COSDictionary dictionary) {
    return COSName.ANNOT.equals(dictionary.getCOSName(COSName.TYPE))
        || dictionary.containsKey(COSName.RECT) && dictionary.containsKey(COSName.SUBTYPE);
  }

  private static void mendAnnotation(COSDictionary annotation) {
    int flags = annotation.getInt(COSName.F, 0);
    annotation.setInt(COSName.F, flags & ~UNSEEN | PRINT);
    COSDictionary looks = annotation.getCOSDictionary(COSName.AP);
    if (looks != null) {
      looks.removeItem(COSName.R);
      looks.removeItem(COSName.D);
    }
  }

  /** Those that need a program, or that have no looks of their own. */
  private static void leaveOutOddAnnotations(COSArray array) {
    for (int i = array.size() - 1; i >= 0; i--) {
      if (array.getObject(i) instanceof COSDictionary each && isAnnotation(each)) {
        String subtype = String.valueOf(each.getNameAsString(COSName.SUBTYPE));
        boolean looks = each.containsKey(COSName.AP);
        boolean needsNone = subtype.equals("Popup") || subtype.equals("Link");
        if (ODD_ANNOTATIONS.contains(subtype) || !looks && !needsNone) {
          array.remove(i);
        }
      }
    }
  }

  private void declare() throws IOException {
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(
        """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
        <pdfaid:part>2</pdfaid:part>
        <pdfaid:conformance>B</pdfaid:conformance>
        </rdf:Description>
        </rdf:RDF>
        </x:xmpmeta>
        <?xpacket end="w"?>
        """
            .getBytes(StandardCharsets.UTF_8));
    document.getDocumentCatalog().setMetadata(metadata);
    document.getDocumentCatalog().setOutputIntents(List.of(intent()));
  }

  private PDOutputIntent intent() throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    PDOutputIntent intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
    intent.setInfo("sRGB IEC61966-2.1");
    intent.setOutputCondition("sRGB IEC61966-2.1");
    intent.setOutputConditionIdentifier("sRGB IEC61966-2.1");
    intent.setRegistryName("http://www.color.org");
    return intent;
  }
}
