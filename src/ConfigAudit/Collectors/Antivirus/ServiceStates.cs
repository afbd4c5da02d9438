using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Catalogs;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Antivirus;

/// <summary>Win32_Service: which of the catalogue's services exist, and which run. State and StartMode are never localised.</summary>
internal sealed class ServiceStates
{
    private readonly Dictionary<string, bool?> _running = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isComplete;

    public ServiceStates(CimAnswer answer)
    {
        _isComplete = answer.Gap is null;
        foreach (var row in answer.Rows.Where(row => row.Text("Name") is not null))
            _running[row.Text("Name")!] = row.Text("State") is { } state ? state == "Running" : null;
    }

    public bool Has(SecurityProduct product) => product.Services.Any(_running.ContainsKey);

    /// <summary>Whether all the product's services run; null when that can't be told.</summary>
    public bool? IsRunning(SecurityProduct product)
    {
        if (product.Services.Count == 0)
            return null;
        var states = product.Services.Select(name => _running.TryGetValue(name, out var state) ? state : _isComplete ? false : null).ToArray();
        if (states.Contains(false))
            return false;
        return states.Contains(null) ? null : true;
    }
}
