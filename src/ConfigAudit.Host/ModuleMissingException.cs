using System;

namespace ConfigAudit.Host;

/// <summary>The module doesn't stand beside the host.</summary>
internal sealed class ModuleMissingException(string folder)
    : Exception($"The ConfigAudit module isn't in {folder}. Build the host again: dotnet build src/ConfigAudit.Host")
{
}
