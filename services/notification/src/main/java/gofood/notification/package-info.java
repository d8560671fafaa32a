/// Everybody's inbox.
///
/// - Does: turns what happened to an order into short messages for the customer, the kitchen, the
///   courier and the operators, in English and French, keeps them, streams them, and sends some by
///   e-mail.
/// - Owns: the messages, who has read what, the mails still to be sent.
/// - Calls: the user service for an e-mail address; an SMTP server, if one is configured.
/// - Emits: nothing. Hears the events of order, payment and delivery, and the health monitor's
///   alerts.
@NullMarked
package gofood.notification;

import org.jspecify.annotations.NullMarked;
