using System;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>A certificate's key.</summary>
/// <param name="Kind">"RSA", "ECDSA" and so on.</param>
/// <param name="Bits">Null for a key that has one size.</param>
/// <param name="Until">How long it serves.</param>
/// <param name="Curve">Its curve; null for a key of another kind.</param>
internal sealed record SeenKey(string Kind, long? Bits, DateTimeOffset Until, NamedGroup? Curve = null);
