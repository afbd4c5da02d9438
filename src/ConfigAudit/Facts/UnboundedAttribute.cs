using System;

namespace ConfigAudit.Facts;

/// <summary>
/// A property, or a whole kind of fact, that may hold what others can't: numbers and lengths of time are never below zero, and no moment
/// that a host tells of lies at an end of the calendar.
/// What is left of a certificate that is over does, and so may the end of one that has none.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
internal sealed class UnboundedAttribute : Attribute { }
