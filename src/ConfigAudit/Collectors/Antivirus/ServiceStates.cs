using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Catalogs;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Antivirus;

/// <summary>
/// Win32_Service and Win32_SystemDriver: which of the catalogue's services and drivers exist, which run, start by themselves and can be stopped. State and
/// StartMode are never localised.
/// </summary>
internal sealed class ServiceStates
{
    private const string Running = "Running";

    private readonly Dictionary<string, CimRow> _services = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, CimRow> _drivers = new(StringComparer.OrdinalIgnoreCase);

    public ServiceStates(CimAnswer services, CimAnswer drivers)
    {
        Gap = services.Gap;
        Keep(services, _services);
        Keep(drivers, _drivers);
    }

    /// <summary>Why services may be missing; null when all that were asked for are known.</summary>
    public Gap? Gap { get; }

    /// <summary>Whether the host shows the product: by a service, or by a driver where the catalogue knows no service. Products of one vendor share drivers.</summary>
    public bool Has(SecurityProduct product) => HasService(product) || (product.Services.Count == 0 && product.Drivers.Any(_drivers.ContainsKey));

    /// <summary>
    /// Whether all the product's services run; null when that can't be told. A driver of its that is there and doesn't run says no: services alone don't
    /// stand in anything's way. One that isn't there says nothing, since products change their drivers more often than their services.
    /// </summary>
    public bool? IsRunning(SecurityProduct product) =>
        product.Drivers.Any(name => _drivers.TryGetValue(name, out var row) && row.Text("State") is { } state && state != Running)
            ? false
            : All(product, row => row.Text("State") is { } state ? state == Running : null);

    /// <summary>Whether all the product's services start with Windows; null when that can't be told.</summary>
    public bool? StartsAutomatically(SecurityProduct product) =>
        HasService(product) ? All(product, row => row.Text("StartMode") is { } mode ? mode == "Auto" : null) : null;

    /// <summary>Whether any of the product's services takes the order to stop. One that doesn't run takes none, which says nothing of it.</summary>
    public bool? CanBeStopped(SecurityProduct product) =>
        HasService(product) ? !All(product, row => row.Text("State") == Running ? !row.Flag("AcceptStop") : null) : null;

    private bool HasService(SecurityProduct product) => product.Services.Any(_services.ContainsKey);

    private static void Keep(CimAnswer answer, Dictionary<string, CimRow> rows)
    {
        foreach (var row in answer.Rows.Where(row => row.Text("Name") is not null))
            rows[row.Text("Name")!] = row;
    }

    private bool? All(SecurityProduct product, Func<CimRow, bool?> test)
    {
        if (product.Services.Count == 0)
            return null;
        var answers = product.Services.Select(name => _services.TryGetValue(name, out var row) ? test(row) : Gap is null ? false : null).ToArray();
        if (answers.Contains(false))
            return false;
        return answers.Contains(null) ? null : true;
    }
}
