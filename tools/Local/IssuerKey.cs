using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Karelia.Crm.Local;

/// <summary>A fresh signing key per start: a token of an earlier start is worth nothing.</summary>
internal sealed class IssuerKey : IDisposable
{
    private readonly RSA rsa = RSA.Create(2048);
    private readonly string id = RandomNumberGenerator.GetHexString(16, lowercase: true);

    public object Public
    {
        get
        {
            var key = rsa.ExportParameters(includePrivateParameters: false);
            return new { kty = "RSA", use = "sig", kid = id, n = Base64Url.EncodeToString(key.Modulus), e = Base64Url.EncodeToString(key.Exponent) };
        }
    }

    public string Sign(IReadOnlyDictionary<string, object> claims)
    {
        var text = $"{Part(new { typ = "JWT", alg = "RS256", kid = id })}.{Part(claims)}";
        lock (rsa)
        {
            return $"{text}.{Base64Url.EncodeToString(rsa.SignData(System.Text.Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
        }
    }

    public void Dispose() => rsa.Dispose();

    private static string Part(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
