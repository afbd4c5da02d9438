using System;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>What findings are judged against besides a baseline. Those that take it have no base class in common, since they ask hosts or
/// don't: each declares the parameters, and a test holds that they are declared alike.</summary>
internal interface IJudgeParameters
{
    /// <summary>The organisation's registers: files, or folders of them.</summary>
    string[] RegisterPath { get; }

    /// <summary>Files of waivers, or folders of them.</summary>
    string[] WaiverPath { get; }

    /// <summary>Files of attestations, or folders of them.</summary>
    string[] AttestationPath { get; }

    /// <summary>The day for which reviews, waivers and attestations are judged.</summary>
    DateTime AsOf { get; }
}
