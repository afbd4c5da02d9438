using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>Which entry of the catalogue of security products a host shows.</summary>
internal static class ProductLookup
{
    public const string DefenderId = "microsoft-defender";

    /// <summary>The catalogue's entry of a registered product: by its name, or by a service of it that starts from the registered
    /// folder.</summary>
    public static SecurityProduct? ProductOf(Collection collection, Registration registration, ServiceStates services)
    {
        var products = collection.Catalogs.SecurityProducts;
        return IsDefender(collection, registration)
            ? Defender(collection)
            : products.FirstOrDefault(each => registration.Name is { } name && each.Matches(name))
                ?? products.FirstOrDefault(each => each.Id != DefenderId && services.StartsFrom(each, registration));
    }

    /// <summary>The products of the catalogue that a host shows by a registration, a service or a driver.</summary>
    public static IEnumerable<SecurityProduct> Present(
        Collection collection,
        IReadOnlyList<Registration> registrations,
        ServiceStates states
    ) =>
        registrations
            .Select(each => ProductOf(collection, each, states))
            .OfType<SecurityProduct>()
            .Concat(collection.Catalogs.SecurityProducts.Where(states.Has))
            .GroupBy(product => product.Id)
            .Select(same => same.First());

    public static bool IsDefender(Collection collection, Registration registration) =>
        registration.State?.IsOfWindows == true || (registration.Name is { } name && Defender(collection)?.Matches(name) == true);

    public static SecurityProduct? Defender(Collection collection) =>
        collection.Catalogs.SecurityProducts.FirstOrDefault(each => each.Id == DefenderId);
}
