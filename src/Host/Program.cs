using Karelia.Crm.Accounts;
using Karelia.Crm.Administration;
using Karelia.Crm.Alumni;
using Karelia.Crm.Consent;
using Karelia.Crm.Events;
using Karelia.Crm.ExpertPool;
using Karelia.Crm.Host.Identity;
using Karelia.Crm.Host.OpenApi;
using Karelia.Crm.Host.Web;
using Karelia.Crm.Imports;
using Karelia.Crm.Kernel.Web;

var builder = WebApplication.CreateBuilder(args);
if (ProductionGuard.Refusal(builder.Configuration, builder.Environment.IsDevelopment()) is { } refusal)
{
    await Console.Error.WriteLineAsync(refusal);
    return 1;
}

builder.AddShell().AddIdentity();
builder.Services
    .AddKernel(builder.Configuration)
    .AddAdministration()
    .AddAccounts()
    .AddConsent()
    .AddAlumni()
    .AddEvents()
    .AddExpertPool()
    .AddImports()
    .AddCrmEndpoints()
    .AddContract();

var app = builder.Build();

if (args is ["migrate"] || app.Configuration.GetValue("Database:Migrate", true))
    await app.Services.Migrate();
if (args is ["migrate"])
    return 0;
await app.Services.ReplayErasures();

app.UseShell().UseContract().UseIdentity();
app.MapUseCases();
app.MapShell();
await app.RunAsync();
return 0;
