package org.chancery.alfresco.destruction;

import java.util.List;
import org.chancery.alfresco.repository.AlfrescoRepository;
import org.chancery.core.destruction.Eraser;
import org.chancery.core.destruction.Removed;

/** Erases content, renditions included, that nothing refers to any more. */
record ErasedContent(AlfrescoRepository repository) implements Eraser {
  @Override
  public String where() {
    return "content";
  }

  @Override
  public List<String> erase(Removed removed) {
    int kept = repository.erase(removed.addresses()).size();
    return kept == 0
        ? List.of()
        : List.of(
            kept
                + " contents could not be deleted from the content store. Chancery deletes files;"
                + " of another kind of store, run the platform's own content clean-up.");
  }
}
