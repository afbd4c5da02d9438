using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Catalogs;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Antivirus;

/// <summary>Win32_Service: which of the catalogue's services exist, which run, start by themselves and can be stopped. State and StartMode are never localised.</summary>
internal sealed class ServiceStates
{
    private const string Running = "Running";

    private readonly Dictionary<string, CimRow> _services = new(StringComparer.OrdinalIgnoreCase);
    private readonly bool _isComplete;

    public ServiceStates(CimAnswer answer)
    {
        _isComplete = answer.Gap is null;
        foreach (var row in answer.Rows.Where(row => row.Text("Name") is not null))
            _services[row.Text("Name")!] = row;
    }

    public bool Has(SecurityProduct product) => product.Services.Any(_services.ContainsKey);

    /// <summary>Whether all the product's services run; null when that can't be told.</summary>
    public bool? IsRunning(SecurityProduct product) => All(product, row => row.Text("State") is { } state ? state == Running : null);

    /// <summary>Whether all the product's services start with Windows; null when that can't be told.</summary>
    public bool? StartsAutomatically(SecurityProduct product) =>
        Has(product) ? All(product, row => row.Text("StartMode") is { } mode ? mode == "Auto" : null) : null;

    /// <summary>Whether any of the product's services takes the order to stop. One that doesn't run takes none, which says nothing of it.</summary>
    public bool? CanBeStopped(SecurityProduct product) =>
        Has(product) ? !All(product, row => row.Text("State") == Running ? !row.Flag("AcceptStop") : null) : null;

    private bool? All(SecurityProduct product, Func<CimRow, bool?> test)
    {
        if (product.Services.Count == 0)
            return null;
        var answers = product.Services.Select(name => _services.TryGetValue(name, out var row) ? test(row) : _isComplete ? false : null).ToArray();
        if (answers.Contains(false))
            return false;
        return answers.Contains(null) ? null : true;
    }
}
