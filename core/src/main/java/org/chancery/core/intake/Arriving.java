package org.chancery.core.intake;

import java.util.List;

/** What is on its way in; the watched folder is one. */
@FunctionalInterface
public interface Arriving {

  /** The files that are not received yet, oldest first. */
  List<ArrivingFile> list();
}
