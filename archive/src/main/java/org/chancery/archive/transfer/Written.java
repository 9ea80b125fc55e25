package org.chancery.archive.transfer;

import java.nio.file.Path;
import java.util.List;
import org.chancery.archive.bag.Fault;

/** How the writing of a package ended. */
public sealed interface Written {

  /**
   * The package lies there whole, on disk.
   *
   * @param folder it lies in
   * @param files number of files in its payload
   * @param bytes of its payload
   * @param seal SHA-256 of the tag manifest, and with it of everything in the package
   */
  record Complete(Path folder, long files, long bytes, String seal) implements Written {}

  /**
   * There is no package. What was copied stays beside its place, so that writing it again after the
   * correction goes on from there; {@link PackageWriter#discard} removes it.
   *
   * @param faults at least one, each with what to do
   */
  record Stopped(List<Fault> faults) implements Written {}
}
