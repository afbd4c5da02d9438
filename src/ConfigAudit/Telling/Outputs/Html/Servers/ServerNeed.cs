using System;

namespace ConfigAudit.Telling.Outputs.Html.Servers;

/// <summary>What of a server's TLS has to change.</summary>
[Flags]
internal enum ServerNeed
{
    None = 0,

    /// <summary>It accepts a version that it shouldn't.</summary>
    Versions = 1,

    /// <summary>It accepts a suite that it shouldn't.</summary>
    Suites = 2,

    /// <summary>It accepts a group that it shouldn't.</summary>
    Groups = 4,

    /// <summary>It signs with a hash that it shouldn't.</summary>
    Signatures = 8,

    /// <summary>A certificate ends, or its key or its hash won't do.</summary>
    Certificate = 16,
}
