package org.springframework.extensions.webscripts;

/** What is declared of a web script. */
public interface Description {
  String getMethod();
}
