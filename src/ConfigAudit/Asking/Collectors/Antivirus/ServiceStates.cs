using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// Win32_Service and Win32_SystemDriver: which of the catalogue's services and drivers exist, which run, start by themselves and can be
/// stopped. StartMode is never localised.
/// </summary>
internal sealed class ServiceStates
{
    private readonly ILookup<string, CimRow> _services;
    private readonly ILookup<string, CimRow> _drivers;

    public ServiceStates(CimAnswer services, CimAnswer drivers)
    {
        (Gap, DriverGap) = (services.GapByName("root/cimv2:Win32_Service"), drivers.GapByName("root/cimv2:Win32_SystemDriver"));
        (_services, _drivers) = (ByName(services), ByName(drivers));
    }

    /// <summary>Why services may be missing; null when all that were asked for are known.</summary>
    public Gap? Gap { get; }

    /// <summary>Why drivers may be missing.</summary>
    public Gap? DriverGap { get; }

    /// <summary>
    /// Whether the host shows the product: by a service, or by a driver where the catalogue knows no service that must run. Products of one
    /// vendor share drivers.
    /// </summary>
    public bool Has(SecurityProduct product) =>
        HasService(product)
        || product.Components.Any(_services.Contains)
        || (product.Services.Count == 0 && product.Drivers.Any(_drivers.Contains));

    /// <summary>
    /// Whether all the product's services run; null when that can't be told. A driver of its that is there and doesn't run says no:
    /// services alone don't
    /// stand in anything's way. One that isn't there says nothing, since products change their drivers more often than their services.
    /// </summary>
    public bool? IsRunning(SecurityProduct product)
    {
        var drivers = product.Drivers.Where(_drivers.Contains).Select(name => IsRunning(_drivers[name])).ToArray();
        if (drivers.Contains(false))
            return false;
        var services = All(product, IsRunning);
        return services == true && drivers.Contains(null) ? null : services;
    }

    /// <summary>Whether one service runs: false also where it isn't there.</summary>
    public bool? IsRunning(string service) =>
        _services.Contains(service) ? IsRunning(_services[service])
        : Gap is null ? false
        : null;

    public bool Exists(string service) => _services.Contains(service);

    /// <summary>What bears out, or contradicts, that a registered product is on. Names that aren't verified prove nothing by not being
    /// there.</summary>
    public Evidence Of(SecurityProduct product)
    {
        var seen = product
            .Services.Where(_services.Contains)
            .Select(name => IsRunning(_services[name]))
            .Concat(product.Drivers.Where(_drivers.Contains).Select(name => IsRunning(_drivers[name])))
            .ToArray();
        var components = product.Components.Where(_services.Contains).Select(name => IsRunning(_services[name])).ToArray();
        if (seen.Contains(false) || (components.Length > 0 && components.All(running => running == false)))
            return Evidence.Stopped;
        if (product.IsVerified && product.Services.Count > 0)
        {
            return IsRunning(product) switch
            {
                true => Evidence.Runs,
                false => Evidence.Absent,
                _ => Evidence.Unread,
            };
        }

        if (seen.Contains(null))
            return Evidence.Unread;
        if (seen.Contains(true) || components.Contains(true))
            return Evidence.Runs;
        if (Gap is not null || (product.Drivers.Count > 0 && DriverGap is not null))
            return Evidence.Unread;
        // Drivers are known from Microsoft's own list.
        return product.Drivers.Count > 0 ? Evidence.Absent : Evidence.Nothing;
    }

    /// <summary>What told of the product.</summary>
    public string SourceOf(SecurityProduct product) =>
        product.Services.Concat(product.Components).Any(_services.Contains) ? "root/cimv2:Win32_Service" : "root/cimv2:Win32_SystemDriver";

    /// <summary>Whether a service of the product starts from the folder of a registration, which then is the product's, whatever it is
    /// called there.</summary>
    public bool StartsFrom(SecurityProduct product, Registration registration) =>
        product
            .Services.Concat(product.Components)
            .SelectMany(name => _services[name])
            .Any(row => registration.Folders.Any(folder => folder.Holds(row.Text("PathName"))));

    /// <summary>Whether all the product's services start with Windows; null when that can't be told.</summary>
    public bool? StartsAutomatically(SecurityProduct product) =>
        HasService(product) ? All(product, rows => One(rows, row => row.Text("StartMode")) is { } mode ? mode == "Auto" : null) : null;

    /// <summary>Whether any of the product's services takes the order to stop. One that doesn't run takes none, which says nothing of
    /// it.</summary>
    public bool? CanBeStopped(SecurityProduct product) =>
        HasService(product)
            ? !All(
                product,
                rows =>
                    IsRunning(rows) == true
                        ? One(rows, row => row.Flag("AcceptStop")) is { } accepts
                            ? !accepts
                            : null
                        : null
            )
            : null;

    private bool HasService(SecurityProduct product) => product.Services.Any(_services.Contains);

    private static ILookup<string, CimRow> ByName(CimAnswer answer) =>
        answer.Rows.Where(row => row.Named("Name") is not null).ToLookup(row => row.Named("Name")!, StringComparer.OrdinalIgnoreCase);

    /// <summary>Why it isn't known whether a service runs of which its own row says two things; null where none does.</summary>
    public LocalText? Contradiction(string service) =>
        _services[service].Select(ServiceRow.Contradiction).FirstOrDefault(each => each is not null);

    /// <summary>The same of a product's services and drivers.</summary>
    public LocalText? Contradiction(SecurityProduct product) =>
        product
            .Services.Concat(product.Components)
            .SelectMany(name => _services[name])
            .Concat(product.Drivers.SelectMany(name => _drivers[name]))
            .Select(ServiceRow.Contradiction)
            .FirstOrDefault(each => each is not null);

    private static bool? IsRunning(IEnumerable<CimRow> rows) => One(rows, ServiceRow.IsRunning);

    /// <summary>A name has one row. Where there are several that differ, none is believed.</summary>
    private static T? One<T>(IEnumerable<CimRow> rows, Func<CimRow, T?> value)
    {
        var values = rows.Select(value).Distinct().Take(2).ToArray();
        return values.Length == 1 ? values[0] : default;
    }

    private bool? All(SecurityProduct product, Func<IEnumerable<CimRow>, bool?> test)
    {
        if (product.Services.Count == 0)
            return null;
        return Kleene.All(
            product.Services.Select(name =>
                _services.Contains(name) ? test(_services[name])
                : Gap is null ? false
                : null
            )
        );
    }
}
