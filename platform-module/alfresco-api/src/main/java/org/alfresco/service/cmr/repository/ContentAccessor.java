package org.alfresco.service.cmr.repository;

import java.util.Locale;

/** What reading and writing a stream have in common. */
public interface ContentAccessor {
  long getSize();

  ContentData getContentData();

  String getContentUrl();

  String getMimetype();

  void setMimetype(String text);

  String getEncoding();

  void setEncoding(String text);

  void setLocale(Locale locale);
}
