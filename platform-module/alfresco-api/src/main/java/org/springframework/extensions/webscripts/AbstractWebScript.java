package org.springframework.extensions.webscripts;

/** What web scripts have in common. */
public abstract class AbstractWebScript implements WebScript {
  public AbstractWebScript() {
    throw new UnsupportedOperationException();
  }

  public void init(Container container, Description description) {
    throw new UnsupportedOperationException();
  }

  public final Description getDescription() {
    throw new UnsupportedOperationException();
  }
}
