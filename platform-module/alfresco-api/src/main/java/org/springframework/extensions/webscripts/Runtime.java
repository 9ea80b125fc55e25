package org.springframework.extensions.webscripts;

/** What serves one request. */
public interface Runtime {
  String getName();
}
