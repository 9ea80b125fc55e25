package org.chancery.standalone.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires mail, where a server for it is named. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
public class MailConfiguration {

  @Bean
  @ConditionalOnProperty("chancery.mail.host")
  SmtpMailer mailer(MailSettings settings) {
    return new SmtpMailer(settings);
  }
}
