package net.sf.acegisecurity;

import java.io.Serializable;
import java.security.Principal;

/** Proof of who somebody is. */
public interface Authentication extends Principal, Serializable {}
