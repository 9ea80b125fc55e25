package org.springframework.extensions.webscripts;

/** What web scripts run in. */
public interface Container {
  String getName();
}
