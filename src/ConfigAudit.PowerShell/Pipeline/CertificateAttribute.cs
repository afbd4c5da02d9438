using System;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Takes a thumbprint for the certificate in the user's or the computer's personal store.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CertificateAttribute : ArgumentTransformationAttribute
{
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        if ((inputData is PSObject wrapped ? wrapped.BaseObject : inputData) is not string text)
            return inputData;
        // Copied from a dialog, a thumbprint has spaces in it and an invisible mark before it.
        var thumbprint = new string(text.Where(Uri.IsHexDigit).ToArray());
        return Find(thumbprint, StoreLocation.CurrentUser)
            ?? Find(thumbprint, StoreLocation.LocalMachine)
            ?? throw new ArgumentTransformationMetadataException(
                Records.Say(
                    $"拇印が '{text}' の証明書は、このユーザー又はコンピュータの個人ストアにありません。",
                    $"There is no certificate with the thumbprint '{text}' in the personal store of this user or computer."
                )
            );
    }

    private static X509Certificate2? Find(string thumbprint, StoreLocation location)
    {
        using var store = new X509Store(StoreName.My, location);
        try
        {
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // There is no such store here.
            return null;
        }

        return store
            .Certificates.Find(X509FindType.FindByThumbprint, thumbprint, validOnly: false)
            .Cast<X509Certificate2>()
            .FirstOrDefault();
    }
}
