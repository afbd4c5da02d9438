using System.Collections.Generic;

namespace ConfigAudit.Asking.Sessions;

/// <summary>Something that a collector asks of a host, as data: for the documentation, and for the test that nothing secret is ever
/// asked.</summary>
/// <param name="Place"><c>namespace:Class</c>, <c>namespace:Class.Method</c> or <c>registry:KEY</c>.</param>
/// <param name="Names">The properties or values that are read from the answer.</param>
internal sealed record SourceInfo(string Place, IReadOnlyList<string> Names);
