<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>AccountActions</name>
    <message>
        <source>Accounts…</source>
        <translation>Cuentas…</translation>
    </message>
    <message>
        <source>Connect Fly.io…</source>
        <translation>Conectar Fly.io…</translation>
    </message>
    <message>
        <source>Link folder…</source>
        <translation>Vincular carpeta…</translation>
    </message>
    <message>
        <source>Open your own accounts</source>
        <translation>Abrir sus propias cuentas</translation>
    </message>
    <message>
        <source>Try it in the sandbox</source>
        <translation>Probar en el sandbox</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Red…</translation>
    </message>
</context>
<context>
    <name>AccountsDialog</name>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>Accounts and what their tokens may do</source>
        <translation>Cuentas y lo que permiten sus tokens</translation>
    </message>
    <message>
        <source>&amp;Read only: refuse every write with this account before it leaves</source>
        <translation>&amp;Solo lectura: rechazar toda escritura con esta cuenta antes de que salga</translation>
    </message>
    <message>
        <source>&amp;Connect another…</source>
        <translation>&amp;Conectar otra…</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Cambiar el &amp;nombre…</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>C&amp;omprobar otra vez</translation>
    </message>
    <message>
        <source>Find out anew what its token may do</source>
        <translation>Averiguar de nuevo qué permite su token</translation>
    </message>
    <message>
        <source>Re&amp;move…</source>
        <translation>&amp;Quitar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>The encrypted file with tokens is locked. Its &amp;password:</source>
        <translation>El archivo cifrado con los tokens está bloqueado. Su c&amp;ontraseña:</translation>
    </message>
    <message>
        <source>Password of the encrypted file</source>
        <translation>Contraseña del archivo cifrado</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Desbloquear</translation>
    </message>
    <message>
        <source>No account is connected.</source>
        <translation>No hay ninguna cuenta conectada.</translation>
    </message>
    <message>
        <source>“Connect another…” connects the first.</source>
        <translation>«Conectar otra…» conecta la primera.</translation>
    </message>
    <message>
        <source>Rename the account</source>
        <translation>Cambiar el nombre de la cuenta</translation>
    </message>
    <message>
        <source>Name of the account here:</source>
        <translation>Nombre de la cuenta aquí:</translation>
    </message>
    <message>
        <source>%1 was looked at again.</source>
        <translation>%1 se ha comprobado otra vez.</translation>
    </message>
    <message>
        <source>A deployment is running. Accounts can be removed when it has ended.</source>
        <translation>Hay un despliegue en marcha. Las cuentas se pueden quitar cuando termine.</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>Quitar la cuenta</translation>
    </message>
    <message>
        <source>Remove the account %1?</source>
        <translation>¿Quitar la cuenta %1?</translation>
    </message>
    <message>
        <source>Its token is forgotten here. Fly.io still accepts it until it is revoked there. Apps and past deployments stay as they are.</source>
        <translation>Su token se olvida aquí. Fly.io lo sigue aceptando hasta que se revoque allí. Las aplicaciones y los despliegues pasados se quedan como están.</translation>
    </message>
    <message>
        <source>Its token stays where it is. Apps and past deployments stay as they are.</source>
        <translation>Su token se queda donde está. Las aplicaciones y los despliegues pasados se quedan como están.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Quitarlo</translation>
    </message>
</context>
<context>
    <name>AccountsModel</name>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Permite</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Vale hasta</translation>
    </message>
    <message>
        <source>reads only (your switch)</source>
        <translation>solo lee (lo ha elegido usted)</translation>
    </message>
    <message>
        <source>Opens</source>
        <extracomment>column of a list: organisations or apps that a token gives access to</extracomment>
        <translation>Abre</translation>
    </message>
</context>
<context>
    <name>ActionRegistry</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>tooltip: what a button does, and its keyboard shortcut</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ActivityModel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2 · image %3</source>
        <translation>%1 %2 · imagen %3</translation>
    </message>
    <message>
        <source>%1 · %2 · waiting: %3</source>
        <translation>%1 · %2 · en espera: %3</translation>
    </message>
    <message>
        <source>%1 · %2 started</source>
        <translation>%1 · %2: ha empezado</translation>
    </message>
    <message>
        <source>%1 · %2 failed</source>
        <translation>%1 · %2: ha fallado</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 · machine %2 updated</source>
        <translation>%1 · máquina %2 actualizada</translation>
    </message>
    <message>
        <source>%1 · cancel requested by %2</source>
        <translation>%1 · %2 ha pedido cancelarlo</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · machine %2 · waiting: %3</source>
        <translation>%1 · máquina %2 · en espera: %3</translation>
    </message>
    <message>
        <source>%1 %2 · version %3</source>
        <translation>%1 %2 · versión %3</translation>
    </message>
</context>
<context>
    <name>ActivityStrip</name>
    <message>
        <source>Activity</source>
        <translation>Actividad</translation>
    </message>
    <message>
        <source>Hide earlier activity</source>
        <translation>Ocultar la actividad anterior</translation>
    </message>
    <message>
        <source>Show earlier activity</source>
        <translation>Mostrar la actividad anterior</translation>
    </message>
    <message>
        <source>Nothing has happened since the window was opened.</source>
        <translation>No ha pasado nada desde que se abrió la ventana.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>BudgetMeter</name>
    <message>
        <source>API budget</source>
        <translation>Cupo de la API</translation>
    </message>
    <message>
        <source>%1 % of the tightest API limit is left.</source>
        <translation>Queda un %1 % del límite más justo de la API.</translation>
    </message>
    <message>
        <source>%1 % of the tightest API limit is left (%2).</source>
        <translation>Queda un %1 % del límite más justo de la API (%2).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) wait for it.</source>
        <translation>
            <numerusform>%Ln llamada lo espera.</numerusform>
            <numerusform>%Ln llamadas lo esperan.</numerusform>
        </translation>
    </message>
    <message>
        <source>No call waits for it.</source>
        <translation>Ninguna llamada lo espera.</translation>
    </message>
</context>
<context>
    <name>CapsuleDialog</name>
    <message>
        <source>The beginning of the file, %1 in all</source>
        <translation>El principio del archivo, %1 en total</translation>
    </message>
    <message>
        <source>The whole file, %1</source>
        <translation>El archivo completo, %1</translation>
    </message>
    <message>
        <source>Export the record of deployment #%1 of %2</source>
        <translation>Exportar el expediente del despliegue n.º %1 de %2</translation>
    </message>
    <message numerus="yes">
        <source>Include the log (%Ln line(s))</source>
        <translation>
            <numerusform>Incluir los registros (%Ln línea)</numerusform>
            <numerusform>Incluir los registros (%Ln líneas)</numerusform>
        </translation>
    </message>
    <message>
        <source>Content of the file</source>
        <translation>Contenido del archivo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message numerus="yes">
        <source>Inside: the plan, %Ln event(s), verdict and diagnosis with the lines that prove it, names of machines and of who held their leases, and the log.</source>
        <translation>
            <numerusform>Dentro: el plan, %Ln evento, el veredicto y el diagnóstico con las líneas que lo prueban, los nombres de las máquinas y de quienes tenían sus reservas, y los registros.</numerusform>
            <numerusform>Dentro: el plan, %Ln eventos, el veredicto y el diagnóstico con las líneas que lo prueban, los nombres de las máquinas y de quienes tenían sus reservas, y los registros.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Inside: the plan, %Ln event(s), verdict and diagnosis with the lines that prove it, names of machines and of who held their leases.</source>
        <translation>
            <numerusform>Dentro: el plan, %Ln evento, el veredicto y el diagnóstico con las líneas que lo prueban, y los nombres de las máquinas y de quienes tenían sus reservas.</numerusform>
            <numerusform>Dentro: el plan, %Ln eventos, el veredicto y el diagnóstico con las líneas que lo prueban, y los nombres de las máquinas y de quienes tenían sus reservas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out: what leases are held with, the name of this computer, and environment values, which are recorded nowhere. What is known as a secret or looks like one reads [redacted].</source>
        <translation>Fuera: con qué se mantienen las reservas, el nombre de este equipo y los valores de entorno, que no se guardan en ninguna parte. Lo que se sabe que es un secreto, o lo parece, aparece como [redacted].</translation>
    </message>
</context>
<context>
    <name>CapsuleWindow</name>
    <message>
        <source>Deployment #%1 of %2</source>
        <translation>Despliegue n.º %1 de %2</translation>
    </message>
    <message>
        <source>Capsule: deployment #%1 of %2</source>
        <translation>Cápsula: despliegue n.º %1 de %2</translation>
    </message>
    <message>
        <source>Read-only capsule, made by %1 on %2: nothing can be done from here.</source>
        <translation>Cápsula de solo lectura, hecha por %1 el %2: desde aquí no se puede hacer nada.</translation>
    </message>
    <message>
        <source>The deployment had not ended then.</source>
        <translation>El despliegue aún no había terminado entonces.</translation>
    </message>
    <message>
        <source>It was made without the log.</source>
        <translation>Se hizo sin los registros.</translation>
    </message>
</context>
<context>
    <name>CommandsModel</name>
    <message>
        <source>%1, shortcut %2</source>
        <translation>%1, atajo %2</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare deployments of %1</source>
        <translation>Comparar despliegues de %1</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primero</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Segundo</translation>
    </message>
    <message>
        <source>First deployment</source>
        <translation>Primer despliegue</translation>
    </message>
    <message>
        <source>Second deployment</source>
        <translation>Segundo despliegue</translation>
    </message>
    <message>
        <source>Phases of both deployments</source>
        <translation>Fases de los dos despliegues</translation>
    </message>
    <message>
        <source>Reading both deployments…</source>
        <translation>Leyendo los dos despliegues…</translation>
    </message>
    <message>
        <source>%1 against %2: %3. The bars are work, and dotted what was spent waiting; %1 is the lower one.</source>
        <translation>%1 frente a %2: %3. Las barras son trabajo y, punteado, lo que se pasó esperando; %1 es la de abajo.</translation>
    </message>
    <message>
        <source>#%1 · %2 · %3 · %4</source>
        <comment>number, kind, outcome, when</comment>
        <translation>n.º %1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>a deployment&apos;s number</comment>
        <translation>n.º %1</translation>
    </message>
</context>
<context>
    <name>ComparisonModel</name>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Lado a lado</translation>
    </message>
    <message>
        <source>Whole deployment</source>
        <translation>Despliegue completo</translation>
    </message>
    <message>
        <source>machine %1</source>
        <translation>máquina %1</translation>
    </message>
    <message>
        <source>not part of it</source>
        <translation>no forma parte</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>%1 (waited %2)</source>
        <comment>durations</comment>
        <translation>%1 (%2 en espera)</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>igual</translation>
    </message>
    <message>
        <source>%1 longer</source>
        <translation>%1 más</translation>
    </message>
    <message>
        <source>%1 shorter</source>
        <translation>%1 menos</translation>
    </message>
    <message>
        <source>only in the first</source>
        <translation>solo en el primero</translation>
    </message>
    <message>
        <source>only in the second</source>
        <translation>solo en el segundo</translation>
    </message>
    <message>
        <source>skipped in the first: %1</source>
        <translation>omitido en el primero: %1</translation>
    </message>
    <message>
        <source>skipped in the second: %1</source>
        <translation>omitido en el segundo: %1</translation>
    </message>
    <message>
        <source>%1, then %2</source>
        <comment>outcomes of the first and of the second deployment</comment>
        <translation>%1, después %2</translation>
    </message>
    <message>
        <source>%1: %2 took %3, %4 took %5</source>
        <translation>%1: duración de %2: %3; duración de %4: %5</translation>
    </message>
</context>
<context>
    <name>ConnectDialog</name>
    <message>
        <source>Connect Fly.io</source>
        <translation>Conectar Fly.io</translation>
    </message>
    <message>
        <source>Where is the token?</source>
        <translation>¿Dónde está el token?</translation>
    </message>
    <message>
        <source>Looking at the token</source>
        <translation>Examinando el token</translation>
    </message>
    <message>
        <source>What this token may do</source>
        <translation>Lo que permite este token</translation>
    </message>
    <message>
        <source>Open the page again</source>
        <translation>Abrir la página otra vez</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Asking Fly.io what the token may do. Nothing is kept yet.</source>
        <translation>Preguntando a Fly.io qué permite el token. Todavía no se guarda nada.</translation>
    </message>
    <message>
        <source>A page of Fly.io has been opened in the browser. Allow it there; this goes on by itself. If no page came up, open this address:</source>
        <translation>Se ha abierto una página de Fly.io en el navegador. Autorice el acceso allí; esto continúa solo. Si no apareció ninguna página, abra esta dirección:</translation>
    </message>
</context>
<context>
    <name>CopyMenu</name>
    <message>
        <source>Copy as flyctl</source>
        <translation>Copiar como flyctl</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Copiar como curl</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copiado: %1</translation>
    </message>
</context>
<context>
    <name>Ctl</name>
    <message>
        <source>Only one of %1 can be planned.</source>
        <translation>Solo se puede planificar uno de %1.</translation>
    </message>
    <message>
        <source>The image to deploy is missing: %1.</source>
        <translation>Falta la imagen que se despliega: %1.</translation>
    </message>
    <message>
        <source>%1 (process %2) was asked to stop deployment %3 of %4.</source>
        <translation>Se pidió a %1 (proceso %2) que detenga el despliegue %3 de %4.</translation>
    </message>
    <message>
        <source>The image to run, as the registry knows it.</source>
        <translation>La imagen que se ejecuta, como la conoce el repositorio de imágenes.</translation>
    </message>
    <message>
        <source>The fly.toml to deploy with.</source>
        <translation>El fly.toml con el que se despliega.</translation>
    </message>
    <message>
        <source>The typed name that a production app wants.</source>
        <translation>El nombre escrito que pide una aplicación de producción.</translation>
    </message>
    <message>
        <source>Go on telling until it has ended.</source>
        <translation>Seguir contando hasta que termine.</translation>
    </message>
    <message>
        <source>Shows what would be done; writes nothing.</source>
        <translation>Muestra lo que se haría; no escribe nada.</translation>
    </message>
    <message>
        <source>Plan a retry of the last deployment.</source>
        <translation>Planificar un reintento del último despliegue.</translation>
    </message>
    <message>
        <source>Plan to go on with an interrupted one.</source>
        <translation>Planificar la continuación de uno interrumpido.</translation>
    </message>
    <message>
        <source>Plan the return to the release before.</source>
        <translation>Planificar la vuelta a la versión publicada anterior.</translation>
    </message>
    <message>
        <source>Tries the last deployment again; what is done stays done.</source>
        <translation>Reintenta el último despliegue; lo hecho, hecho queda.</translation>
    </message>
    <message>
        <source>Goes on with an interrupted deployment.</source>
        <translation>Continúa un despliegue interrumpido.</translation>
    </message>
    <message>
        <source>Asks whoever runs a deployment to stop it.</source>
        <translation>Pide a quien ejecuta un despliegue que lo detenga.</translation>
    </message>
    <message>
        <source>App</source>
        <translation>Aplicación</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organización</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Máquinas</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máquina</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Versión publicada</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Lists the apps.</source>
        <translation>Lista las aplicaciones.</translation>
    </message>
    <message>
        <source>Of this organisation only.</source>
        <translation>Solo de esta organización.</translation>
    </message>
    <message>
        <source>Lists the machines of an app.</source>
        <translation>Lista las máquinas de una aplicación.</translation>
    </message>
    <message>
        <source>Work on the embedded sandbox instead of your account.</source>
        <translation>Trabajar en el sandbox integrado en vez de en su cuenta.</translation>
    </message>
    <message>
        <source>Answer in JSON, one object per line.</source>
        <translation>Responder en JSON, un objeto por línea.</translation>
    </message>
    <message>
        <source>Read the token from this file.</source>
        <translation>Leer el token de este archivo.</translation>
    </message>
    <message>
        <source>Read the token from standard input.</source>
        <translation>Leer el token de la entrada estándar.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Mostrar esta ayuda.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Mostrar la versión.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>the deployment failed</source>
        <translation>el despliegue falló</translation>
    </message>
    <message>
        <source>wrong usage or bad input</source>
        <translation>uso incorrecto o entrada errónea</translation>
    </message>
    <message>
        <source>token missing, expired or of the wrong kind</source>
        <translation>falta el token, ha caducado o no es del tipo adecuado</translation>
    </message>
    <message>
        <source>no such app, machine or deployment</source>
        <translation>no existe esa aplicación, máquina o despliegue</translation>
    </message>
    <message>
        <source>conflict: owned by another process, leased, or changed since the plan</source>
        <translation>conflicto: lo lleva otro proceso, hay una reserva, o cambió desde el plan</translation>
    </message>
    <message>
        <source>offline, or the platform is not available</source>
        <translation>sin conexión, o la plataforma no está disponible</translation>
    </message>
    <message>
        <source>the store is damaged, newer, read-only, locked or full</source>
        <translation>el almacén está dañado, es más nuevo, de solo lectura, bloqueado o lleno</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>reality is not what was reported, or could not be looked at</source>
        <translation>la realidad no es lo que se informó, o no se pudo mirar</translation>
    </message>
    <message>
        <source>a mistake of this program</source>
        <translation>un error de este programa</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>Uso: %1</translation>
    </message>
    <message>
        <source>Deployments to Fly.io, without a window.</source>
        <translation>Despliegues en Fly.io, sin ventana.</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>Órdenes:</translation>
    </message>
    <message>
        <source>“%1” shows the options of one.</source>
        <translation>«%1» muestra las opciones de una.</translation>
    </message>
    <message>
        <source>The token is read from the variable %1, from a file or from standard input; never from an argument.</source>
        <translation>El token se lee de la variable %1, de un archivo o de la entrada estándar; nunca de un argumento.</translation>
    </message>
    <message>
        <source>Exit codes:</source>
        <translation>Códigos de salida:</translation>
    </message>
    <message>
        <source>There is no command “%1”.</source>
        <translation>No existe la orden «%1».</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>Falta una orden.</translation>
    </message>
    <message>
        <source>It is used like this: %1</source>
        <translation>Se usa así: %1</translation>
    </message>
    <message>
        <source>Request ID: %1</source>
        <translation>Identificador de la petición: %1</translation>
    </message>
    <message>
        <source>“%1” shows how it is used.</source>
        <translation>«%1» muestra cómo se usa.</translation>
    </message>
    <message>
        <source>running in %1, process %2</source>
        <translation>en curso en %1, proceso %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>outcome, the step it failed in</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing was deployed to %1 from here.</source>
        <translation>Desde aquí no se ha desplegado nada en %1.</translation>
    </message>
    <message>
        <source>#%1 of %2: %3</source>
        <translation>#%1 de %2: %3</translation>
    </message>
    <message>
        <source>Image: %1</source>
        <translation>Imagen: %1</translation>
    </message>
    <message>
        <source>Lists the deployments made from here.</source>
        <translation>Lista los despliegues hechos desde aquí.</translation>
    </message>
    <message>
        <source>Tells one deployment, step by step.</source>
        <translation>Cuenta un despliegue, paso a paso.</translation>
    </message>
    <message>
        <source>With its log.</source>
        <translation>Con sus registros.</translation>
    </message>
    <message>
        <source>With its events (in JSON).</source>
        <translation>Con sus eventos (en JSON).</translation>
    </message>
    <message>
        <source>%1: %2 (PRODUCTION)</source>
        <translation>%1: %2 (PRODUCCIÓN)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>normalmente %1</translation>
    </message>
    <message>
        <source>Config: %1</source>
        <translation>Configuración: %1</translation>
    </message>
    <message>
        <source>Steps (* writes, - skipped):</source>
        <translation>Pasos (* escribe, - omitido):</translation>
    </message>
    <message>
        <source>It usually takes %1.</source>
        <translation>Suele tardar %1.</translation>
    </message>
    <message>
        <source>%1 is a production app: add “%2” to do this.</source>
        <translation>%1 es una aplicación de producción: añada «%2» para hacerlo.</translation>
    </message>
    <message>
        <source>“%1” is not the name of the app: add “%2” to do this.</source>
        <translation>«%1» no es el nombre de la aplicación: añada «%2» para hacerlo.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>part of a step, its duration</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>step, outcome, duration</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>%1 of %2, deployment %3, attempt %4</source>
        <translation>%1 de %2, despliegue %3, intento %4</translation>
    </message>
    <message>
        <source>%1: skipped, %2</source>
        <comment>step, reason</comment>
        <translation>%1: omitido, %2</translation>
    </message>
    <message>
        <source>Stop was asked for.</source>
        <translation>Se pidió detenerlo.</translation>
    </message>
    <message>
        <source>The sandbox is not running.</source>
        <translation>El sandbox no está en marcha.</translation>
    </message>
    <message>
        <source>The sandbox is running (process %1), scenario %2, speed %3.</source>
        <translation>El sandbox está en marcha (proceso %1), escenario %2, velocidad %3.</translation>
    </message>
    <message>
        <source>Its time: %1</source>
        <translation>Su hora: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln lease(s) held now</source>
        <translation>
            <numerusform>%Ln reserva vigente ahora</numerusform>
            <numerusform>%Ln reservas vigentes ahora</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln release command(s) run</source>
        <translation>
            <numerusform>%Ln comando de publicación ejecutado</numerusform>
            <numerusform>%Ln comandos de publicación ejecutados</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting to go wrong: %1</source>
        <translation>A la espera de fallar: %1</translation>
    </message>
    <message>
        <source>Not what a faithful client does: %1</source>
        <translation>No es lo que hace un cliente fiel: %1</translation>
    </message>
    <message>
        <source>The sandbox was stopped. Its world is kept.</source>
        <translation>El sandbox se detuvo. Su mundo se conserva.</translation>
    </message>
    <message>
        <source>“%1” is not a number of times.</source>
        <translation>«%1» no es un número de veces.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln fault(s) waiting to go wrong</source>
        <translation>
            <numerusform>%Ln fallo a la espera</numerusform>
            <numerusform>%Ln fallos a la espera</numerusform>
        </translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>Actualizaciones</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>Arranques</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>Reserva</translation>
    </message>
    <message>
        <source>Starts the sandbox, or finds the running one.</source>
        <translation>Arranca el sandbox, o encuentra el que está en marcha.</translation>
    </message>
    <message>
        <source>How many times as fast as the clock on the wall.</source>
        <translation>Cuántas veces más rápido que el reloj de pared.</translation>
    </message>
    <message>
        <source>Stops the sandbox; its world is kept.</source>
        <translation>Detiene el sandbox; su mundo se conserva.</translation>
    </message>
    <message>
        <source>Tells whether it runs, its speed, leases and faults.</source>
        <translation>Dice si está en marcha, su velocidad, reservas y fallos.</translation>
    </message>
    <message>
        <source>Makes its time run X times as fast.</source>
        <translation>Hace correr su tiempo X veces más rápido.</translation>
    </message>
    <message>
        <source>Tells how often each machine was touched.</source>
        <translation>Dice cuántas veces se tocó cada máquina.</translation>
    </message>
    <message>
        <source>Makes something go wrong in it.</source>
        <translation>Hace que algo falle en él.</translation>
    </message>
    <message>
        <source>On this machine only.</source>
        <translation>Solo en esta máquina.</translation>
    </message>
    <message>
        <source>How many times; 0 until it is cleared.</source>
        <translation>Cuántas veces; 0 hasta que se quite.</translation>
    </message>
    <message>
        <source>Until so many seconds of its time have passed.</source>
        <translation>Hasta que pasen tantos segundos de su tiempo.</translation>
    </message>
    <message>
        <source>Only after so many seconds of its time.</source>
        <translation>Solo después de tantos segundos de su tiempo.</translation>
    </message>
    <message>
        <source>Lists what can go wrong, and what waits to.</source>
        <translation>Lista lo que puede fallar, y lo que espera para fallar.</translation>
    </message>
    <message>
        <source>Clear what waits to go wrong.</source>
        <translation>Quitar lo que espera para fallar.</translation>
    </message>
    <message>
        <source>When it cannot be known whether it ended: run it again, or count it as done.</source>
        <translation>Cuando no se puede saber si terminó: ejecutarlo de nuevo, o darlo por hecho.</translation>
    </message>
    <message>
        <source>It cannot be known whether the release command “%1” ended. Add “%2” to run it again, or “%3” if it is done.</source>
        <translation>No se puede saber si terminó el comando de publicación «%1». Añada «%2» para ejecutarlo de nuevo, o «%3» si está hecho.</translation>
    </message>
    <message>
        <source>No account is connected.</source>
        <translation>No hay ninguna cuenta conectada.</translation>
    </message>
    <message>
        <source>No other token was found on this computer.</source>
        <translation>No se ha encontrado ningún otro token en este equipo.</translation>
    </message>
    <message>
        <source>Open this page in a browser and allow it: %1</source>
        <translation>Abra esta página en un navegador y autorice el acceso: %1</translation>
    </message>
    <message>
        <source>The account %1 was removed.</source>
        <translation>La cuenta %1 se ha quitado.</translation>
    </message>
    <message>
        <source>“%1” is neither on nor off.</source>
        <translation>«%1» no es ni on ni off.</translation>
    </message>
    <message>
        <source>Lists the accounts and what their tokens may do.</source>
        <translation>Lista las cuentas y lo que permiten sus tokens.</translation>
    </message>
    <message>
        <source>Lists tokens that other programs have on this computer.</source>
        <translation>Lista los tokens que otros programas tienen en este equipo.</translation>
    </message>
    <message>
        <source>Connects an account; its token is looked at first.</source>
        <translation>Conecta una cuenta; primero se examina su token.</translation>
    </message>
    <message>
        <source>What it is called here.</source>
        <translation>Cómo se llama aquí.</translation>
    </message>
    <message>
        <source>Where its token is kept.</source>
        <translation>Dónde se guarda su token.</translation>
    </message>
    <message>
        <source>Log in with the browser.</source>
        <translation>Iniciar sesión con el navegador.</translation>
    </message>
    <message>
        <source>Use a token that another program has; it is not copied.</source>
        <translation>Usar un token que tiene otro programa; no se copia.</translation>
    </message>
    <message>
        <source>Switch it to read-only at once.</source>
        <translation>Ponerla en solo lectura desde el principio.</translation>
    </message>
    <message>
        <source>Forgets an account and its token.</source>
        <translation>Olvida una cuenta y su token.</translation>
    </message>
    <message>
        <source>Finds out anew what its token may do.</source>
        <translation>Averigua de nuevo qué permite su token.</translation>
    </message>
    <message>
        <source>Gives it another name here.</source>
        <translation>Le da otro nombre aquí.</translation>
    </message>
    <message>
        <source>Refuses every write with it before it leaves, or allows them again.</source>
        <translation>Rechaza toda escritura con ella antes de que salga, o las permite otra vez.</translation>
    </message>
    <message>
        <source>Type one of these words, or nothing to decide later: %1</source>
        <translation>Escriba una de estas palabras, o nada para decidir más tarde: %1</translation>
    </message>
    <message>
        <source>What to do when it stops half-way. “retry” is done once.</source>
        <translation>Qué hacer si se detiene a medias. «retry» se hace una sola vez.</translation>
    </message>
    <message>
        <source>Answer with: %1</source>
        <translation>Responda con: %1</translation>
    </message>
    <message>
        <source>“%1” is no answer; it is one of these: %2</source>
        <translation>«%1» no es una respuesta; debe ser una de estas: %2</translation>
    </message>
    <message>
        <source>“%1” is no key.</source>
        <translation>«%1» no es una clave.</translation>
    </message>
    <message>
        <source>%1: “%2” is removed.</source>
        <translation>%1: «%2» está eliminado.</translation>
    </message>
    <message>
        <source>%1: “%2” is set.</source>
        <translation>%1: «%2» está definido.</translation>
    </message>
    <message>
        <source>The fly.toml to change; else the one of this folder.</source>
        <translation>El fly.toml que cambiar; si no, el de esta carpeta.</translation>
    </message>
    <message>
        <source>A key looks like this: %1. A value that is no number, list, true or false is a text.</source>
        <translation>Una clave tiene este aspecto: %1. Un valor que no es un número, una lista, true o false es un texto.</translation>
    </message>
    <message>
        <source>Shows what a deploy of the fly.toml would change of the machines.</source>
        <translation>Muestra qué cambiaría en las máquinas un despliegue del fly.toml.</translation>
    </message>
    <message>
        <source>The fly.toml to compare with; else the one of this folder, or the current release&apos;s.</source>
        <translation>El fly.toml con el que comparar; si no, el de esta carpeta o el de la versión publicada actual.</translation>
    </message>
    <message>
        <source>Changes a value of a fly.toml and nothing else: comments, order and quotes stay.</source>
        <translation>Cambia un valor de un fly.toml y nada más: los comentarios, el orden y las comillas se conservan.</translation>
    </message>
    <message>
        <source>Takes a key out of a fly.toml and nothing else.</source>
        <translation>Quita una clave de un fly.toml y nada más.</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <comment>a place in a file, error or warning, and what it is</comment>
        <translation>%1: %2: %3</translation>
    </message>
    <message>
        <source>%1 is in order.</source>
        <translation>%1 está en orden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errores</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s)</source>
        <translation>
            <numerusform>%Ln aviso</numerusform>
            <numerusform>%Ln avisos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, %3.</source>
        <comment>a file, how many errors, how many warnings</comment>
        <translation>%1: %2, %3.</translation>
    </message>
    <message>
        <source>Process group %1, machines %2:</source>
        <translation>Grupo de procesos %1, máquinas %2:</translation>
    </message>
    <message>
        <source>As the file says: %1.</source>
        <translation>Como dice el archivo: %1.</translation>
    </message>
    <message>
        <source>Machine %1 cannot be compared: %2</source>
        <translation>La máquina %1 no se puede comparar: %2</translation>
    </message>
    <message>
        <source>Print the command of flyctl that does it; do nothing.</source>
        <translation>Escribir el comando de flyctl que lo hace; no hacer nada.</translation>
    </message>
    <message>
        <source>Print the request as a command of curl; do nothing.</source>
        <translation>Escribir la petición como comando de curl; no hacer nada.</translation>
    </message>
    <message>
        <source>“%1” is no strategy: %2.</source>
        <translation>«%1» no es una estrategia: %2.</translation>
    </message>
    <message>
        <source>“%1” is not the number of a release.</source>
        <translation>«%1» no es el número de una versión publicada.</translation>
    </message>
    <message>
        <source>How machines are updated: %1; else as fly.toml says.</source>
        <translation>Cómo se actualizan las máquinas: %1; si no, como dice fly.toml.</translation>
    </message>
    <message>
        <source>Do it although the fly.toml was another app&apos;s.</source>
        <translation>Hacerlo aunque el fly.toml fuera de otra aplicación.</translation>
    </message>
    <message>
        <source>The release to return to, instead of the one before.</source>
        <translation>La versión publicada a la que volver, en lugar de la anterior.</translation>
    </message>
    <message>
        <source>The machines that the plan destroys are meant.</source>
        <translation>Confirma las máquinas que el plan destruye.</translation>
    </message>
    <message>
        <source>Machines that are not touched, by commas.</source>
        <translation>Máquinas que no se tocan, separadas por comas.</translation>
    </message>
    <message>
        <source>Returns to the image and config of an earlier release.</source>
        <translation>Vuelve a la imagen y la configuración de una versión anterior.</translation>
    </message>
    <message>
        <source>Says how a deployment goes on that stopped half-way.</source>
        <translation>Dice cómo sigue un despliegue que se detuvo a medias.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Escrito: %1</translation>
    </message>
    <message>
        <source>Say what to write: one of %1.</source>
        <translation>Diga qué escribir: uno de %1.</translation>
    </message>
    <message>
        <source>With %1 a file is wanted, not “-”.</source>
        <translation>Con %1 hace falta un archivo, no «-».</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>Fase</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Diferencia</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Qué cambia</translation>
    </message>
    <message>
        <source>Writes a deployment into a file, for people or programs elsewhere.</source>
        <translation>Escribe un despliegue en un archivo, para personas o programas de otro lugar.</translation>
    </message>
    <message>
        <source>Its steps as a table.</source>
        <translation>Sus pasos como tabla.</translation>
    </message>
    <message>
        <source>Its record: plan, events, verdict, diagnosis; no secrets.</source>
        <translation>Su expediente: plan, eventos, veredicto, diagnóstico; sin secretos.</translation>
    </message>
    <message>
        <source>The record with its log.</source>
        <translation>El expediente con los registros.</translation>
    </message>
    <message>
        <source>Compares two deployments, phase by phase.</source>
        <translation>Compara dos despliegues, fase por fase.</translation>
    </message>
    <message>
        <source>The next release command ends with an error (%1).</source>
        <translation>El siguiente comando de publicación termina con error (%1).</translation>
    </message>
    <message>
        <source>The next release command never ends.</source>
        <translation>El siguiente comando de publicación no termina nunca.</translation>
    </message>
    <message>
        <source>The database refuses connections: release commands, starts and checks fail.</source>
        <translation>La base de datos rechaza conexiones: fallan los comandos de publicación, los arranques y las comprobaciones.</translation>
    </message>
    <message>
        <source>The next version that starts never passes its health checks (%1).</source>
        <translation>La siguiente versión que arranca nunca pasa sus comprobaciones de salud (%1).</translation>
    </message>
    <message>
        <source>The app of the next version takes many times longer to start (%1).</source>
        <translation>La aplicación de la siguiente versión tarda muchas veces más en arrancar (%1).</translation>
    </message>
    <message>
        <source>The next version that starts exits with an error, again and again.</source>
        <translation>La siguiente versión que arranca termina con error una y otra vez.</translation>
    </message>
    <message>
        <source>The next version that starts is killed for its memory, with exit code 137.</source>
        <translation>La siguiente versión que arranca muere por falta de memoria, con código de salida 137.</translation>
    </message>
    <message>
        <source>Somebody else destroys a machine of the app.</source>
        <translation>Otra persona destruye una máquina de la aplicación.</translation>
    </message>
    <message>
        <source>The next machine that is made stays in the state “created”.</source>
        <translation>La siguiente máquina que se crea se queda en el estado «created».</translation>
    </message>
    <message>
        <source>When a bluegreen deploy destroys its first old machine, all the others go, too: none is left.</source>
        <translation>Cuando un despliegue bluegreen destruye su primera máquina antigua, desaparecen también todas las demás: no queda ninguna.</translation>
    </message>
    <message>
        <source>Somebody else holds a machine&apos;s lease (%1).</source>
        <translation>Otra persona retiene la reserva de una máquina (%1).</translation>
    </message>
    <message>
        <source>The platform forgets the leases of the app&apos;s machines.</source>
        <translation>La plataforma olvida las reservas de las máquinas de la aplicación.</translation>
    </message>
    <message>
        <source>The host of a machine cannot be reached.</source>
        <translation>No se puede llegar al equipo que aloja una máquina.</translation>
    </message>
    <message>
        <source>The next create or update finds no room on any host.</source>
        <translation>La siguiente creación o actualización no encuentra sitio en ningún equipo.</translation>
    </message>
    <message>
        <source>The volume that the next machine is to mount is not there.</source>
        <translation>No existe el volumen que debe montar la siguiente máquina.</translation>
    </message>
    <message>
        <source>Fetching the next image takes much longer (%1).</source>
        <translation>Descargar la siguiente imagen tarda mucho más (%1).</translation>
    </message>
    <message>
        <source>The image of the next update cannot be fetched: the machine goes back to its old one, which passes its checks (%1).</source>
        <translation>No se puede descargar la imagen de la siguiente actualización: la máquina vuelve a la antigua, que pasa sus comprobaciones (%1).</translation>
    </message>
    <message>
        <source>The API answers 502 or 503 (%1).</source>
        <translation>La API responde 502 o 503 (%1).</translation>
    </message>
    <message>
        <source>The API answers 429 (%1).</source>
        <translation>La API responde 429 (%1).</translation>
    </message>
    <message>
        <source>Whoever only watches is answered 429; what writes works (%1).</source>
        <translation>Quien solo mira recibe 429; lo que escribe funciona (%1).</translation>
    </message>
    <message>
        <source>The list of the app&apos;s machines is answered with success, and nothing in it.</source>
        <translation>La lista de máquinas de la aplicación se responde con éxito y sin nada dentro.</translation>
    </message>
    <message>
        <source>The connection breaks before the answer (%1).</source>
        <translation>La conexión se corta antes de la respuesta (%1).</translation>
    </message>
    <message>
        <source>The answer breaks off in the middle (%1).</source>
        <translation>La respuesta se corta por la mitad (%1).</translation>
    </message>
    <message>
        <source>Creating a machine answers 408 although the machine exists.</source>
        <translation>Crear una máquina responde 408 aunque la máquina existe.</translation>
    </message>
    <message>
        <source>The platform cannot be told how a release ended, however the deploy or the rollback went.</source>
        <translation>No se puede comunicar a la plataforma cómo terminó una versión publicada, haya ido como haya ido el despliegue o la reversión.</translation>
    </message>
    <message>
        <source>GraphQL answers with an error page; everything else works.</source>
        <translation>GraphQL responde con una página de error; todo lo demás funciona.</translation>
    </message>
    <message>
        <source>The API of releases and organisations answers with an error page; everything else works.</source>
        <translation>La API de versiones y organizaciones responde con una página de error; todo lo demás funciona.</translation>
    </message>
    <message>
        <source>Every token is refused.</source>
        <translation>Se rechaza cualquier token.</translation>
    </message>
    <message>
        <source>Every token is refused from some request on (%1).</source>
        <translation>Se rechaza cualquier token a partir de cierta petición (%1).</translation>
    </message>
    <message>
        <source>The platform&apos;s status page tells of an incident (%1).</source>
        <translation>La página de estado de la plataforma informa de una incidencia (%1).</translation>
    </message>
    <message>
        <source>Use this account, by its name or id.</source>
        <translation>Usar esta cuenta, por su nombre o id.</translation>
    </message>
    <message>
        <source>Read the password of the encrypted file from this file.</source>
        <translation>Leer la contraseña del archivo cifrado de este archivo.</translation>
    </message>
    <message>
        <source>There are several. Say which one:</source>
        <translation>Hay varios. Indique cuál:</translation>
    </message>
    <message>
        <source>%1 is deployed with %2 from now on.</source>
        <translation>%1 se despliega con %2 desde ahora.</translation>
    </message>
    <message>
        <source>It names another app: %1.</source>
        <translation>Nombra otra aplicación: %1.</translation>
    </message>
    <message>
        <source>%1 is not linked to %2 any more.</source>
        <translation>%1 ya no está vinculada a %2.</translation>
    </message>
    <message>
        <source>fly.toml</source>
        <translation>fly.toml</translation>
    </message>
    <message>
        <source>%1 (gone)</source>
        <translation>%1 (ya no está)</translation>
    </message>
    <message>
        <source>No folder is linked to an app.</source>
        <translation>Ninguna carpeta está vinculada a una aplicación.</translation>
    </message>
    <message>
        <source>%1 is production: its name is asked before anything is written.</source>
        <translation>%1 es producción: se pide su nombre antes de escribir nada.</translation>
    </message>
    <message>
        <source>%1 is not production: nothing is asked before a deploy.</source>
        <translation>%1 no es producción: no se pregunta nada antes de un despliegue.</translation>
    </message>
    <message>
        <source>Deploys an app with the fly.toml of a folder from now on.</source>
        <translation>Despliega una aplicación con el fly.toml de una carpeta desde ahora.</translation>
    </message>
    <message>
        <source>Takes the link of an app away.</source>
        <translation>Quita el vínculo de una aplicación.</translation>
    </message>
    <message>
        <source>Lists the links.</source>
        <translation>Lista los vínculos.</translation>
    </message>
    <message>
        <source>Tells or sets whether an app is production.</source>
        <translation>Dice o fija si una aplicación es producción.</translation>
    </message>
    <message>
        <source>Read-only capsule, made by %1 on %2.</source>
        <translation>Cápsula de solo lectura, hecha por %1 el %2.</translation>
    </message>
    <message>
        <source>The capsule was made without the log.</source>
        <translation>La cápsula se hizo sin los registros.</translation>
    </message>
    <message>
        <source>Name a deployment, or a file with %1.</source>
        <translation>Nombre un despliegue, o un archivo con %1.</translation>
    </message>
    <message>
        <source>Tell the deployment of this file instead.</source>
        <translation>Contar en su lugar el despliegue de este archivo.</translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation>Estrategia: %1</translation>
    </message>
    <message>
        <source>Configuration of the machines:</source>
        <translation>Configuración de las máquinas:</translation>
    </message>
    <message>
        <source>%1 Add “%2” if it is meant.</source>
        <translation>%1 Añada «%2» si es lo que quiere.</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Cliente</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Veces</translation>
    </message>
    <message>
        <source>What is not in the contract</source>
        <translation>Qué no está en el contrato</translation>
    </message>
    <message>
        <source>Nobody asked for anything that is not in the contract.</source>
        <translation>Nadie pidió nada que no esté en el contrato.</translation>
    </message>
    <message>
        <source>What this fault knows more: the words in brackets below.</source>
        <translation>Lo que este fallo admite además: las palabras entre paréntesis de abajo.</translation>
    </message>
    <message>
        <source>Faults:</source>
        <translation>Fallos:</translation>
    </message>
    <message>
        <source>Lists what was asked of it that Fly.io does not know.</source>
        <translation>Enumera lo que se le pidió y Fly.io no conoce.</translation>
    </message>
    <message>
        <source>Forget them.</source>
        <translation>Olvidarlas.</translation>
    </message>
    <message>
        <source>this stage installs its packages here</source>
        <translation>esta etapa instala aquí sus paquetes</translation>
    </message>
    <message>
        <source>No cause that is known was found.</source>
        <translation>No se encontró ninguna causa conocida.</translation>
    </message>
    <message>
        <source>Says why it failed, from logs (&quot;-&quot;: standard input), fly.toml and Dockerfile; 4 when no known cause is found.</source>
        <translation>Dice por qué falló, a partir de registros («-»: entrada estándar), fly.toml y Dockerfile; 4 si no se encuentra ninguna causa conocida.</translation>
    </message>
    <message>
        <source>Name a file, or an app with “%1”.</source>
        <translation>Indique un archivo, o una aplicación con «%1».</translation>
    </message>
    <message>
        <source>Looks at an app instead: its releases, and what its machines tell.</source>
        <translation>Mira en su lugar una aplicación: sus versiones publicadas y lo que cuentan sus máquinas.</translation>
    </message>
    <message>
        <source>Users of the app are answered with an error, although its machines are well (%1).</source>
        <translation>Los usuarios de la aplicación reciben un error, aunque sus máquinas estén bien (%1).</translation>
    </message>
    <message>
        <source>The world to begin: field-cases, one, twelve, hundred or fleet.</source>
        <translation>El mundo que empieza: field-cases, one, twelve, hundred o fleet.</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Visto por última vez</translation>
    </message>
    <message>
        <source>now</source>
        <translation>ahora</translation>
    </message>
    <message>
        <source>Last seen %1:</source>
        <translation>Visto por última vez %1:</translation>
    </message>
    <message>
        <source>One more word is wanted after “%1”.</source>
        <translation>Falta una palabra más después de «%1».</translation>
    </message>
    <message>
        <source>No proxy is used: that was chosen.</source>
        <translation>No se usa ningún proxy: así se eligió.</translation>
    </message>
    <message>
        <source>The proxy is %1: that was chosen.</source>
        <translation>El proxy es %1: así se eligió.</translation>
    </message>
    <message>
        <source>No proxy is used: environment and desktop name none.</source>
        <translation>No se usa ningún proxy: ni el entorno ni el escritorio indican uno.</translation>
    </message>
    <message>
        <source>The proxy is %1, as environment or desktop say.</source>
        <translation>El proxy es %1, como dicen el entorno o el escritorio.</translation>
    </message>
    <message>
        <source>The certificates of the system are trusted.</source>
        <translation>Se confía en los certificados del sistema.</translation>
    </message>
    <message>
        <source>Trusted beside those of the system: %1 (%2).</source>
        <translation>Además de en los del sistema, se confía en: %1 (%2).</translation>
    </message>
    <message>
        <source>The sandbox is on this computer: it needs no proxy and no CA file.</source>
        <translation>El entorno de pruebas está en este equipo: no necesita proxy ni archivo de CA.</translation>
    </message>
    <message>
        <source>Tells which proxy and which CA file are used.</source>
        <translation>Dice qué proxy y qué archivo de CA se usan.</translation>
    </message>
    <message>
        <source>Trusts the certificates of a company&apos;s CA file too.</source>
        <translation>Confía también en los certificados del archivo de CA de una empresa.</translation>
    </message>
    <message>
        <source>It ends with 0 when no file has an error, and with 2 when one has, or with %1 a warning.</source>
        <translation>Termina con 0 si ningún archivo tiene un error, y con 2 si alguno lo tiene o, con %1, un aviso.</translation>
    </message>
    <message>
        <source>Count warnings as errors.</source>
        <translation>Contar los avisos como errores.</translation>
    </message>
    <message>
        <source>A compose file; several are laid over one another in this order.</source>
        <translation>Un archivo de compose; si son varios, se superponen en este orden.</translation>
    </message>
    <message>
        <source>The env file that the variables of compose files come from; else the .env beside them.</source>
        <translation>El archivo de variables del que las toman los archivos de compose; si no se indica, el .env que está junto a ellos.</translation>
    </message>
    <message>
        <source>%1 is no TOML file, and only those are changed in place. Change it in an editor.</source>
        <translation>%1 no es un archivo TOML, y solo esos se cambian en su sitio. Cámbielo en un editor.</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>Opciones:</translation>
    </message>
    <message>
        <source>Options of every command:</source>
        <translation>Opciones de todos los comandos:</translation>
    </message>
    <message>
        <source>The app that a deployment&apos;s number is of, as its history shows it.</source>
        <translation>La aplicación de la que es el número de despliegue, como lo muestra su historial.</translation>
    </message>
    <message>
        <source>A deployment runs: what was deployed here before stays in its history.</source>
        <translation>Hay un despliegue en marcha: lo desplegado antes aquí sigue en su historial.</translation>
    </message>
    <message>
        <source>Begins its world anew, and what was deployed in it.</source>
        <translation>Vuelve a empezar su mundo, y lo desplegado en él.</translation>
    </message>
    <message>
        <source>production: its name is asked before a change</source>
        <translation>producción: se pide su nombre antes de un cambio</translation>
    </message>
    <message>
        <source>read-only: every change is refused</source>
        <translation>solo lectura: se rechaza todo cambio</translation>
    </message>
    <message>
        <source>There is no server in the list.</source>
        <translation>No hay ningún servidor en la lista.</translation>
    </message>
    <message>
        <source>%1 has no alias.</source>
        <translation>%1 no tiene ningún alias.</translation>
    </message>
    <message>
        <source>The server %1 was removed from the list; nothing was changed on it.</source>
        <translation>El servidor %1 se quitó de la lista; en él no se cambió nada.</translation>
    </message>
    <message>
        <source>%1 is connected: %2@%3, port %4.</source>
        <translation>%1 está conectado: %2@%3, puerto %4.</translation>
    </message>
    <message>
        <source>Use this alias of ~/.ssh/config.</source>
        <translation>Usar este alias de ~/.ssh/config.</translation>
    </message>
    <message>
        <source>Its name or address; without it, NAME.</source>
        <translation>Su nombre o dirección; si falta, NAME.</translation>
    </message>
    <message>
        <source>The port of its SSH service.</source>
        <translation>El puerto de su servicio SSH.</translation>
    </message>
    <message>
        <source>The user to connect as.</source>
        <translation>El usuario con el que conectarse.</translation>
    </message>
    <message>
        <source>The private key: the only one that is offered.</source>
        <translation>La clave privada: la única que se ofrece.</translation>
    </message>
    <message>
        <source>The server to go through.</source>
        <translation>El servidor por el que se pasa.</translation>
    </message>
    <message>
        <source>A folder with a stack, looked at even when nothing of it runs; can be repeated.</source>
        <translation>Una carpeta con una pila, que se mira aunque nada suyo esté en marcha; se puede repetir.</translation>
    </message>
    <message>
        <source>A folder with its backups; can be repeated.</source>
        <translation>Una carpeta con sus copias de seguridad; se puede repetir.</translation>
    </message>
    <message>
        <source>It is no production server: its name is never asked.</source>
        <translation>No es un servidor de producción: nunca se pide su nombre.</translation>
    </message>
    <message>
        <source>Refuse every change of it.</source>
        <translation>Rechazar todo cambio en él.</translation>
    </message>
    <message>
        <source>Lists your SSH servers.</source>
        <translation>Muestra sus servidores SSH.</translation>
    </message>
    <message>
        <source>Lists the servers that ~/.ssh/config names.</source>
        <translation>Muestra los servidores que nombra ~/.ssh/config.</translation>
    </message>
    <message>
        <source>Adds a server, from ~/.ssh/config or by hand; connects to nothing.</source>
        <translation>Añade un servidor, de ~/.ssh/config o a mano; no se conecta a nada.</translation>
    </message>
    <message>
        <source>Takes a server from the list.</source>
        <translation>Quita un servidor de la lista.</translation>
    </message>
    <message>
        <source>Connects, and tells what fails and what helps.</source>
        <translation>Se conecta, y dice qué falla y qué hacer.</translation>
    </message>
    <message>
        <source>Looks at a server: system, Docker, disks, stacks, locks, backups.</source>
        <translation>Mira un servidor: sistema, Docker, discos, stacks, bloqueos, copias de seguridad.</translation>
    </message>
    <message>
        <source>Type “yes” or “no”.</source>
        <translation>Escriba «sí» o «no».</translation>
    </message>
    <message>
        <source>yes</source>
        <comment>typed at a terminal</comment>
        <translation>sí</translation>
    </message>
    <message>
        <source>Reads fly.toml, atalaya.toml, compose files and env files and says what is wrong with them, line by line.</source>
        <translation>Lee fly.toml, atalaya.toml, archivos de compose y archivos de variables, y dice línea por línea qué está mal.</translation>
    </message>
    <message>
        <source>A stack&apos;s commands are in its plan: use “%1”.</source>
        <translation>Los comandos de una pila están en su plan: use «%1».</translation>
    </message>
    <message>
        <source>“%1” is no way to stop: %2.</source>
        <translation>«%1» no es una manera de detener: %2.</translation>
    </message>
    <message>
        <source>Of a stack: as its atalaya.toml says, roll it back, or leave it as it is.</source>
        <translation>De una pila: como dice su atalaya.toml, revertirla, o dejarla como está.</translation>
    </message>
    <message>
        <source>Deploys an image to an app, or a compose stack to its servers.</source>
        <translation>Despliega una imagen en una app, o una pila de compose en sus servidores.</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>Versión: %1</translation>
    </message>
    <message>
        <source>Version: %1, now %2</source>
        <translation>Versión: %1, ahora %2</translation>
    </message>
    <message>
        <source>What is deployed: %1</source>
        <translation>Qué se despliega: %1</translation>
    </message>
    <message>
        <source>On %1, in %2:</source>
        <translation>En %1, en %2:</translation>
    </message>
    <message>
        <source>expected downtime: %1</source>
        <translation>inactividad prevista: %1</translation>
    </message>
    <message>
        <source>%1 is a production stack: add “%2” to do this.</source>
        <translation>%1 es una pila de producción: añada «%2» para hacer esto.</translation>
    </message>
    <message>
        <source>“%1” is not the name of the stack: add “%2” to do this.</source>
        <translation>«%1» no es el nombre de la pila: añada «%2» para hacer esto.</translation>
    </message>
    <message>
        <source>Lists the compose stacks of linked folders and of your servers.</source>
        <translation>Lista los stacks de compose de las carpetas vinculadas y de sus servidores.</translation>
    </message>
    <message>
        <source>Backs up what the atalaya.toml of a stack names, and verifies it.</source>
        <translation>Hace la copia de seguridad que indica el atalaya.toml de una pila, y la verifica.</translation>
    </message>
    <message>
        <source>Looks at a stack: images, environments, health, smoke tests, data.</source>
        <translation>Mira una pila: imágenes, entornos, salud, pruebas de humo, datos.</translation>
    </message>
    <message>
        <source>Look at what it runs on your servers, then add “%1”.</source>
        <translation>Mire lo que ejecuta en sus servidores y luego añada «%1».</translation>
    </message>
    <message>
        <source>That is the mark of other files: look at these, then add “%1”.</source>
        <translation>Esa es la marca de otros archivos: mire estos y luego añada «%1».</translation>
    </message>
    <message>
        <source>“%1” is no kind of redeploy: %2.</source>
        <translation>«%1» no es una clase de redespliegue: %2.</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no.</source>
        <translation>«%1» no es ni yes ni no.</translation>
    </message>
    <message>
        <source>You have seen what this atalaya.toml runs: the mark that is shown with it.</source>
        <translation>Ha visto lo que ejecuta este atalaya.toml: la marca que se muestra con él.</translation>
    </message>
    <message>
        <source>Of a stack: the version, instead of what its files say.</source>
        <translation>De una pila: la versión, en lugar de la que dicen sus archivos.</translation>
    </message>
    <message>
        <source>Of a stack: what is deployed, instead of what is recognised: %1.</source>
        <translation>De una pila: qué se despliega, en lugar de lo reconocido: %1.</translation>
    </message>
    <message>
        <source>Of a stack: services to recreate although they are right, by commas.</source>
        <translation>De una pila: servicios que recrear aunque estén bien, separados por comas.</translation>
    </message>
    <message>
        <source>Of a stack: back up before, or do not.</source>
        <translation>De una pila: hacer antes una copia de seguridad, o no.</translation>
    </message>
    <message>
        <source>Of a stack that rolls back: the database returns, too.</source>
        <translation>De una pila que se revierte: vuelve también la base de datos.</translation>
    </message>
    <message>
        <source>Of a stack: give up a run of somebody else that never came to its end.</source>
        <translation>De una pila: abandonar una ejecución de otra persona que nunca llegó a su fin.</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>a step, and what it is about</comment>
        <translation>%1 «%2»</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step, its outcome</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 was wanted, %2 was found.</source>
        <translation>Se esperaba %1, se encontró %2.</translation>
    </message>
    <message>
        <source>The sandbox has the practice server, and no other.</source>
        <translation>El sandbox tiene el servidor de práctica y ningún otro.</translation>
    </message>
    <message>
        <source>Name and password for %1 are kept in the keychain.</source>
        <translation>El nombre y la contraseña de %1 se guardan en el llavero.</translation>
    </message>
    <message>
        <source>Name and password for %1 are kept in an encrypted file.</source>
        <translation>El nombre y la contraseña de %1 se guardan en un archivo cifrado.</translation>
    </message>
    <message>
        <source>“%1” is no place to keep a password: %2.</source>
        <translation>«%1» no es un lugar para guardar una contraseña: %2.</translation>
    </message>
    <message>
        <source>Name and password are for one proxy: give its address with them.</source>
        <translation>El nombre y la contraseña son para un proxy concreto: indique también su dirección.</translation>
    </message>
    <message>
        <source>The name or the password of the proxy is missing: give %1, and the password by %2, %3 or the variable %4.</source>
        <translation>Falta el nombre o la contraseña del proxy: indique %1, y la contraseña con %2, %3 o la variable %4.</translation>
    </message>
    <message>
        <source>Keep this name for the proxy, and its password from the variable %1, a file or standard input.</source>
        <translation>Guardar este nombre para el proxy, y su contraseña de la variable %1, de un archivo o de la entrada estándar.</translation>
    </message>
    <message>
        <source>Read the password of the proxy from this file.</source>
        <translation>Leer de este archivo la contraseña del proxy.</translation>
    </message>
    <message>
        <source>Read the password of the proxy from standard input.</source>
        <translation>Leer de la entrada estándar la contraseña del proxy.</translation>
    </message>
    <message>
        <source>Where name and password are kept.</source>
        <translation>Dónde se guardan el nombre y la contraseña.</translation>
    </message>
    <message>
        <source>Chooses the proxy; keeps its name and password where tokens are kept.</source>
        <translation>Elige el proxy; guarda su nombre y su contraseña donde se guardan los tokens.</translation>
    </message>
    <message>
        <source>Forgets name and password of the proxy.</source>
        <translation>Olvida el nombre y la contraseña del proxy.</translation>
    </message>
</context>
<context>
    <name>DeploymentsModel</name>
    <message>
        <source>Started %1 (%2)</source>
        <translation>Empezó el %1 (%2)</translation>
    </message>
    <message>
        <source>Deployment %1, %2, %3, %4</source>
        <translation>Despliegue %1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Deployment</source>
        <translation>Despliegue</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciado</translation>
    </message>
    <message>
        <source>#%1</source>
        <translation>n.º %1</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>running in %1</source>
        <translation>en curso en %1</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <extracomment>in the list of deployments: the phase a deployment failed in</extracomment>
        <translation>falló: %1</translation>
    </message>
    <message>
        <source>done, not looked at</source>
        <translation>hecho, sin comprobar</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>cancelado</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>revertido</translation>
    </message>
</context>
<context>
    <name>DeploymentsPanel</name>
    <message>
        <source>Deployments of the app</source>
        <translation>Despliegues de la aplicación</translation>
    </message>
    <message>
        <source>Fit the whole deployment (F)</source>
        <translation>Ajustar al despliegue entero (F)</translation>
    </message>
    <message>
        <source>Show the same as a table (T)</source>
        <translation>Mostrar lo mismo como tabla (T)</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Leyendo el diario…</translation>
    </message>
    <message>
        <source>No deployments yet.</source>
        <translation>Todavía no hay despliegues.</translation>
    </message>
    <message>
        <source>Reading the deployment…</source>
        <translation>Leyendo el despliegue…</translation>
    </message>
    <message>
        <source>“Deploy…” shows a plan first; nothing is written before you confirm it.</source>
        <translation>«Desplegar…» muestra primero un plan; no se escribe nada hasta que usted lo confirme.</translation>
    </message>
    <message>
        <source>#%1 · %2 · image %3 · %4</source>
        <translation>n.º %1 · %2 · imagen %3 · %4</translation>
    </message>
    <message>
        <source>Save the chart as a picture (PNG)…</source>
        <translation>Guardar el gráfico como imagen (PNG)…</translation>
    </message>
    <message>
        <source>Save the chart as a drawing (SVG)…</source>
        <translation>Guardar el gráfico como dibujo (SVG)…</translation>
    </message>
    <message>
        <source>Save the steps as a table (CSV)…</source>
        <translation>Guardar los pasos como tabla (CSV)…</translation>
    </message>
    <message>
        <source>Export the record of the deployment…</source>
        <translation>Exportar el expediente del despliegue…</translation>
    </message>
    <message>
        <source>Roll back to v%1…</source>
        <translation>Revertir a v%1…</translation>
    </message>
    <message>
        <source>Compare with another…</source>
        <translation>Comparar con otro…</translation>
    </message>
    <message>
        <source>Save the chart, or export the record</source>
        <translation>Guardar el gráfico o exportar el expediente</translation>
    </message>
    <message>
        <source>#%1 · %2 · %3</source>
        <comment>number, kind, when</comment>
        <translation>n.º %1 · %2 · %3</translation>
    </message>
    <message>
        <source>#%1 · %2 · version %3 · %4</source>
        <translation>n.º %1 · %2 · versión %3 · %4</translation>
    </message>
    <message>
        <source>Nothing has been deployed from here yet.</source>
        <translation>Desde aquí todavía no se ha desplegado nada.</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Watches deployments to Fly.io, says why they failed, and retries them. The token is read from the variable %1, from a file or from standard input; never from an argument.</source>
        <translation>Vigila los despliegues en Fly.io, dice por qué fallaron y los reintenta. El token se lee de la variable %1, de un archivo o de la entrada estándar; nunca de un argumento.</translation>
    </message>
    <message>
        <source>Open the embedded sandbox: no account and no network are needed.</source>
        <translation>Abrir el sandbox integrado: no hace falta cuenta ni red.</translation>
    </message>
    <message>
        <source>Open this app.</source>
        <translation>Abrir esta aplicación.</translation>
    </message>
    <message>
        <source>Speak English (en) or Spanish (es) from now on.</source>
        <translation>Hablar inglés (en) o español (es) de ahora en adelante.</translation>
    </message>
    <message>
        <source>Read the token from this file.</source>
        <translation>Leer el token de este archivo.</translation>
    </message>
    <message>
        <source>Read the token from standard input.</source>
        <translation>Leer el token de la entrada estándar.</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>Mostrar esta ayuda.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Mostrar la versión.</translation>
    </message>
    <message>
        <source>“%1” is not understood.</source>
        <translation>«%1» no se entiende.</translation>
    </message>
    <message>
        <source>There is no language “%1”: it is en or es.</source>
        <translation>No existe el idioma «%1»: es en o es.</translation>
    </message>
</context>
<context>
    <name>DialogPrompts</name>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>%1 file</source>
        <comment>ending of its name</comment>
        <translation>archivo %1</translation>
    </message>
    <message>
        <source>In:</source>
        <comment>a folder</comment>
        <translation>En:</translation>
    </message>
    <message>
        <source>&amp;Folder:</source>
        <translation>&amp;Carpeta:</translation>
    </message>
    <message>
        <source>&amp;Name of the file:</source>
        <translation>&amp;Nombre del archivo:</translation>
    </message>
    <message>
        <source>Type:</source>
        <comment>of files</comment>
        <translation>Tipo:</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>ExportActions</name>
    <message>
        <source>Save the chart as a drawing (SVG)…</source>
        <translation>Guardar el gráfico como dibujo (SVG)…</translation>
    </message>
    <message>
        <source>Save the steps as a table (CSV)…</source>
        <translation>Guardar los pasos como tabla (CSV)…</translation>
    </message>
    <message>
        <source>Export the record of the deployment…</source>
        <translation>Exportar el expediente del despliegue…</translation>
    </message>
    <message>
        <source>Open a capsule…</source>
        <translation>Abrir una cápsula…</translation>
    </message>
    <message>
        <source>Compare two deployments…</source>
        <translation>Comparar dos despliegues…</translation>
    </message>
    <message>
        <source>Copy: status of the app</source>
        <translation>Copiar: estado de la aplicación</translation>
    </message>
    <message>
        <source>Copy: its machines</source>
        <translation>Copiar: sus máquinas</translation>
    </message>
    <message>
        <source>Copy: its releases</source>
        <translation>Copiar: sus versiones publicadas</translation>
    </message>
    <message>
        <source>Copy: its log</source>
        <translation>Copiar: sus registros</translation>
    </message>
    <message>
        <source>Copy: its image</source>
        <translation>Copiar: su imagen</translation>
    </message>
    <message>
        <source>%1, as %2</source>
        <comment>what is copied, for which tool</comment>
        <translation>%1, como %2</translation>
    </message>
</context>
<context>
    <name>ExportFlow</name>
    <message>
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
    <message>
        <source>Save the chart as a picture</source>
        <translation>Guardar el gráfico como imagen</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Imágenes PNG (*.png)</translation>
    </message>
    <message>
        <source>Save the chart as a drawing</source>
        <translation>Guardar el gráfico como dibujo</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>Dibujos SVG (*.svg)</translation>
    </message>
    <message>
        <source>Save the steps as a table</source>
        <translation>Guardar los pasos como tabla</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>Tablas CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save the record of the deployment</source>
        <translation>Guardar el expediente del despliegue</translation>
    </message>
    <message>
        <source>Capsules (*.json)</source>
        <translation>Cápsulas (*.json)</translation>
    </message>
    <message>
        <source>Open a capsule</source>
        <translation>Abrir una cápsula</translation>
    </message>
    <message>
        <source>The capsule cannot be read: %1</source>
        <translation>No se puede leer la cápsula: %1</translation>
    </message>
    <message>
        <source>There are no two deployments of this app to compare.</source>
        <translation>No hay dos despliegues de esta aplicación que comparar.</translation>
    </message>
</context>
<context>
    <name>FleetMenu</name>
    <message>
        <source>List of apps</source>
        <translation>Lista de aplicaciones</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Máquinas</translation>
    </message>
    <message>
        <source>Releases</source>
        <translation>Versiones publicadas</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Restart of the machine</source>
        <translation>Reinicio de la máquina</translation>
    </message>
</context>
<context>
    <name>FleetModel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>%1 (sandbox)</source>
        <translation>%1 (sandbox)</translation>
    </message>
    <message>
        <source>%1 (Fly.io)</source>
        <translation>%1 (Fly.io)</translation>
    </message>
    <message>
        <source>machines not up to date</source>
        <translation>máquinas sin actualizar</translation>
    </message>
    <message>
        <source>releases not up to date</source>
        <translation>versiones sin actualizar</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>cargando</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <extracomment>a machine that runs, but whose health checks do not pass</extracomment>
        <translation>no sana</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Cuenta %1</translation>
    </message>
    <message>
        <source>Account %1, %2</source>
        <translation>Cuenta %1, %2</translation>
    </message>
    <message>
        <source>App %1, %2</source>
        <translation>Aplicación %1, %2</translation>
    </message>
    <message>
        <source>Machine %1 in %2, %3</source>
        <translation>Máquina %1 en %2, %3</translation>
    </message>
    <message>
        <source>Fly.io does not list the machines of this account just now (%1). The app that is open is asked itself; what is shown of the others is as old as they say.</source>
        <translation>Fly.io no lista ahora las máquinas de esta cuenta (%1). A la aplicación abierta se le pregunta directamente; lo que se muestra de las demás tiene la antigüedad que cada una indica.</translation>
    </message>
    <message>
        <source>The part of Fly.io that tells the newest releases of all apps (GraphQL) does not answer (%1). They are as old as each app says; the rest is up to date.</source>
        <translation>La parte de Fly.io que informa de las últimas versiones publicadas de todas las aplicaciones (GraphQL) no responde (%1). Tienen la antigüedad que cada aplicación indica; lo demás está al día.</translation>
    </message>
    <message>
        <source>Seen %1 (%2)</source>
        <translation>Visto %1 (%2)</translation>
    </message>
    <message>
        <source>Its health has not been seen yet.</source>
        <translation>Aún no se ha visto su salud.</translation>
    </message>
    <message>
        <source>Its health was seen %1.</source>
        <translation>Su salud se vio %1.</translation>
    </message>
    <message>
        <source>Its newest release was seen %1.</source>
        <translation>Su última versión publicada se vio %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s)</source>
        <translation>
            <numerusform>%Ln máquina</numerusform>
            <numerusform>%Ln máquinas</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 health checks pass</source>
        <translation>Pasan %1 de %2 comprobaciones de salud</translation>
    </message>
    <message numerus="yes">
        <source>%Ln app(s) failed</source>
        <translation>
            <numerusform>%Ln aplicación fallida</numerusform>
            <numerusform>%Ln aplicaciones fallidas</numerusform>
        </translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>Servidores</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>server, its address</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln not reachable</source>
        <comment>servers</comment>
        <translation>
            <numerusform>%Ln sin respuesta</numerusform>
            <numerusform>%Ln sin respuesta</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>servers, state</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Server %1</source>
        <translation>Servidor %1</translation>
    </message>
    <message>
        <source>Server %1, %2</source>
        <translation>Servidor %1, %2</translation>
    </message>
    <message>
        <source>Stack %1, %2</source>
        <translation>Pila %1, %2</translation>
    </message>
    <message>
        <source>Service %1, %2</source>
        <translation>Servicio %1, %2</translation>
    </message>
    <message>
        <source>%1 (this computer)</source>
        <comment>the practice server</comment>
        <translation>%1 (este equipo)</translation>
    </message>
</context>
<context>
    <name>FleetPanel</name>
    <message>
        <source>Fleet</source>
        <translation>Flota</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtrar</translation>
    </message>
    <message>
        <source>Filter the fleet</source>
        <translation>Filtrar la flota</translation>
    </message>
    <message>
        <source>Filter the fleet (Ctrl+Shift+F)</source>
        <translation>Filtrar la flota (Ctrl+Mayús+F)</translation>
    </message>
    <message>
        <source>Looking for your apps…</source>
        <translation>Buscando sus aplicaciones…</translation>
    </message>
    <message>
        <source>Nothing matches the filter.</source>
        <translation>Nada coincide con el filtro.</translation>
    </message>
    <message>
        <source>Escape clears it.</source>
        <translation>Escape lo borra.</translation>
    </message>
    <message>
        <source>This account has no apps.</source>
        <translation>Esta cuenta no tiene aplicaciones.</translation>
    </message>
    <message>
        <source>Apps that you create appear here.</source>
        <translation>Aquí aparecen las aplicaciones que cree.</translation>
    </message>
    <message>
        <source>Last seen %1, not reachable now</source>
        <translation>Visto por última vez %1; ahora no se puede acceder</translation>
    </message>
    <message>
        <source>Seen %1</source>
        <translation>Visto %1</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln account(s) not reachable</source>
        <extracomment>%1: &quot;Seen 4 s ago&quot;</extracomment>
        <translation>
            <numerusform>%1; %Ln cuenta sin conexión</numerusform>
            <numerusform>%1; %Ln cuentas sin conexión</numerusform>
        </translation>
    </message>
    <message>
        <source>Last seen %1, looking again</source>
        <translation>Visto por última vez %1, mirando de nuevo</translation>
    </message>
    <message>
        <source>Fleet: accounts, apps, machines and servers</source>
        <translation>Flota: cuentas, aplicaciones, máquinas y servidores</translation>
    </message>
    <message>
        <source>No account and no server yet.</source>
        <translation>Aún no hay ninguna cuenta ni servidor.</translation>
    </message>
    <message>
        <source>Give Atalaya a Fly.io token or a server, or start it with --sandbox to try it without.</source>
        <translation>Dé a Atalaya un token de Fly.io o un servidor, o iníciela con --sandbox para probarla sin nada.</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln server(s) not reachable</source>
        <extracomment>%1: &quot;Seen 4 s ago&quot;</extracomment>
        <translation>
            <numerusform>%1; %Ln servidor sin respuesta</numerusform>
            <numerusform>%1; %Ln servidores sin respuesta</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>never</source>
        <translation>nunca</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>ahora mismo</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <translation>hace %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>hace %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>hace %1 h</translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>hace %Ln día</numerusform>
            <numerusform>hace %Ln días</numerusform>
        </translation>
    </message>
    <message>
        <source>canary of %1</source>
        <translation>canario de %1</translation>
    </message>
    <message>
        <source>new %1 %2</source>
        <comment>a machine made for a process group, and its number</comment>
        <translation>%1 %2 (nueva)</translation>
    </message>
    <message>
        <source>new for %1</source>
        <comment>a machine made to replace another</comment>
        <translation>nueva por %1</translation>
    </message>
</context>
<context>
    <name>GanttView</name>
    <message>
        <source>Timeline</source>
        <translation>Cronograma</translation>
    </message>
    <message>
        <source>Started %1</source>
        <translation>Inicio: %1</translation>
    </message>
    <message>
        <source>%1, deployment #%2, %3</source>
        <comment>app, number, when</comment>
        <translation>%1, despliegue n.º %2, %3</translation>
    </message>
</context>
<context>
    <name>HeaderFrame</name>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCCIÓN</translation>
    </message>
    <message>
        <source>not production</source>
        <translation>no es producción</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>More actions (%1)</source>
        <translation>Más acciones (%1)</translation>
    </message>
</context>
<context>
    <name>IncidentNotice</name>
    <message>
        <source>%1 (%2)</source>
        <comment>name and state of an incident of the platform</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Fly.io reports %Ln incidents of its own, the newest: %1</source>
        <translation>
            <numerusform>Fly.io informa de %Ln incidencia propia, la más reciente: %1</numerusform>
            <numerusform>Fly.io informa de %Ln incidencias propias, la más reciente: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectorDetails</name>
    <message>
        <source>since %1</source>
        <comment>time of the day</comment>
        <translation>desde las %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times of the day</comment>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>skipped: %1</source>
        <comment>reason</comment>
        <translation>omitido: %1</translation>
    </message>
    <message>
        <source>usually %1, seldom more than %2</source>
        <translation>normalmente %1, rara vez más de %2</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>time of the day, what was told</comment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>%1, %2 of it waiting for its turn</source>
        <comment>durations</comment>
        <translation>%1, de ellos %2 en espera de su turno</translation>
    </message>
</context>
<context>
    <name>LinkDialog</name>
    <message>
        <source>Link %1 to a folder</source>
        <translation>Vincular %1 a una carpeta</translation>
    </message>
    <message>
        <source>Choose the &amp;folder…</source>
        <translation>Elegir la car&amp;peta…</translation>
    </message>
    <message>
        <source>fly.toml of the project:</source>
        <translation>fly.toml del proyecto:</translation>
    </message>
    <message>
        <source>fly.toml found in %1:</source>
        <translation>fly.toml encontrados en %1:</translation>
    </message>
    <message>
        <source>fly.toml files of the folder</source>
        <translation>Archivos fly.toml de la carpeta</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>&amp;Desvincular</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Vincular</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Carpeta del proyecto</translation>
    </message>
    <message>
        <source>%1 (app %2)</source>
        <translation>%1 (aplicación %2)</translation>
    </message>
    <message>
        <source>There is no fly.toml in this folder, nor below it.</source>
        <translation>No hay ningún fly.toml en esta carpeta ni debajo de ella.</translation>
    </message>
    <message>
        <source>A linked app is deployed with the fly.toml of its folder. %1 is not linked yet: it is deployed with the configuration of its last release.</source>
        <translation>Una aplicación vinculada se despliega con el fly.toml de su carpeta. %1 todavía no está vinculada: se despliega con la configuración de su última versión publicada.</translation>
    </message>
    <message>
        <source>%1 is deployed with %2.</source>
        <translation>%1 se despliega con %2.</translation>
    </message>
    <message>
        <source>This file names another app, %1. A deploy asks before it uses it for %2.</source>
        <translation>Este archivo nombra otra aplicación, %1. Un despliegue pregunta antes de usarlo para %2.</translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message>
        <source>Log</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Lines of</source>
        <translation>Líneas de</translation>
    </message>
    <message>
        <source>Show the lines of one machine only</source>
        <translation>Mostrar solo las líneas de una máquina</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Buscar en los registros</translation>
    </message>
    <message>
        <source>Find in the log (Ctrl+F)</source>
        <translation>Buscar en los registros (Ctrl+F)</translation>
    </message>
    <message>
        <source>Previous hit (Shift+Enter)</source>
        <translation>Coincidencia anterior (Mayús+Intro)</translation>
    </message>
    <message>
        <source>Next hit (Enter)</source>
        <translation>Coincidencia siguiente (Intro)</translation>
    </message>
    <message>
        <source>Follow the end of the log (End)</source>
        <translation>Seguir el final de los registros (Fin)</translation>
    </message>
    <message>
        <source>Copy the selected lines (Ctrl+C)</source>
        <translation>Copiar las líneas seleccionadas (Ctrl+C)</translation>
    </message>
    <message>
        <source>All lanes</source>
        <translation>Todos los carriles</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>No se encuentra</translation>
    </message>
    <message>
        <source>Reading the log…</source>
        <translation>Leyendo los registros…</translation>
    </message>
    <message>
        <source>This deployment has left no log lines.</source>
        <translation>Este despliegue no ha dejado ninguna línea de registro.</translation>
    </message>
</context>
<context>
    <name>LogView</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>debug</source>
        <translation>depuración</translation>
    </message>
    <message>
        <source>info</source>
        <translation>info</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>error</source>
        <translation>error</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registros</translation>
    </message>
</context>
<context>
    <name>MachinesModel</name>
    <message>
        <source>Machine %1 in %2, %3</source>
        <translation>Máquina %1 en %2, %3</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máquina</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Comprobaciones</translation>
    </message>
    <message>
        <source>Process group</source>
        <translation>Grupo de procesos</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Cambiada</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>%1 of %2 pass</source>
        <translation>pasan %1 de %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Machine %1 (%2), version %3</source>
        <translation>Máquina %1 (%2), versión %3</translation>
    </message>
    <message>
        <source>Release</source>
        <translation>Versión publicada</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>A deployment of %1 is running.</source>
        <translation>Hay un despliegue de %1 en curso.</translation>
    </message>
    <message>
        <source>Deployment #%1 of %2 was interrupted.</source>
        <translation>El despliegue n.º %1 de %2 quedó interrumpido.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Mostrarlo</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>app · program</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>Abrir %1</translation>
    </message>
    <message>
        <source>%1: the deployment is done</source>
        <translation>%1: el despliegue ha terminado</translation>
    </message>
    <message>
        <source>%1: the deployment needs you</source>
        <translation>%1: el despliegue le necesita</translation>
    </message>
    <message>
        <source>A deployment is running</source>
        <translation>Hay un despliegue en curso</translation>
    </message>
    <message>
        <source>A deployment is running. Close the window?</source>
        <translation>Hay un despliegue en curso. ¿Cerrar la ventana?</translation>
    </message>
    <message>
        <source>It can be stopped cleanly: what is being changed is finished, and leases are released. The window closes when that is done.</source>
        <translation>Se puede detener limpiamente: se termina lo que se está cambiando y se liberan las reservas. La ventana se cierra cuando acabe.</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Quedarse</translation>
    </message>
    <message>
        <source>Stop it, then close</source>
        <translation>Detenerlo y cerrar</translation>
    </message>
    <message>
        <source>Stopping the deployment. The window closes when it has ended.</source>
        <translation>Deteniendo el despliegue. La ventana se cerrará cuando termine.</translation>
    </message>
    <message>
        <source>sandbox · Atalaya</source>
        <translation>sandbox · Atalaya</translation>
    </message>
    <message>
        <source>Network…</source>
        <translation>Red…</translation>
    </message>
    <message>
        <source>Open %1 on %2</source>
        <comment>stack, server</comment>
        <translation>Abrir %1 en %2</translation>
    </message>
    <message>
        <source>What your own servers do goes on there: it is followed again when the window is opened.</source>
        <translation>Lo que hacen sus propios servidores continúa allí: se vuelve a seguir cuando se abre la ventana.</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>The certificate of %1 is signed by an authority that this computer does not know. If your company looks into connections, give its CA file under Network; otherwise use another network.</source>
        <translation>El certificado de %1 está firmado por una autoridad que este equipo no conoce. Si su empresa inspecciona las conexiones, indique su archivo de CA en Red; si no, use otra red.</translation>
    </message>
    <message>
        <source>What answers for %1 shows the certificate of another name: it is not the server that was meant. Check the proxy, or use another network.</source>
        <translation>Lo que responde por %1 muestra el certificado de otro nombre: no es el servidor que se buscaba. Revise el proxy o use otra red.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired. Check the date of this computer; if it is right, who runs that server or the proxy has to renew it.</source>
        <translation>El certificado de %1 ha caducado. Revise la fecha de este equipo; si es correcta, quien administra ese servidor o el proxy tiene que renovarlo.</translation>
    </message>
    <message>
        <source>The certificate of %1 is not valid yet. Check the date of this computer.</source>
        <translation>El certificado de %1 todavía no es válido. Revise la fecha de este equipo.</translation>
    </message>
    <message>
        <source>The address of the proxy cannot be understood. Write it like http://HOST:PORT or socks5://HOST:PORT.</source>
        <translation>No se entiende la dirección del proxy. Escríbala como http://HOST:PUERTO o socks5://HOST:PUERTO.</translation>
    </message>
    <message>
        <source>The CA file %1 cannot be read. Choose another one under Network.</source>
        <translation>No se puede leer el archivo de CA %1. Elija otro en Red.</translation>
    </message>
    <message>
        <source>The CA file %1 holds no certificate. Choose one in PEM or DER form.</source>
        <translation>El archivo de CA %1 no contiene ningún certificado. Elija uno en formato PEM o DER.</translation>
    </message>
    <message>
        <source>certificate refused</source>
        <translation>certificado rechazado</translation>
    </message>
    <message>
        <source>proxy</source>
        <translation>proxy</translation>
    </message>
    <message>
        <source>CA file</source>
        <translation>archivo de CA</translation>
    </message>
    <message>
        <source>%1 until %2</source>
        <comment>certificate, date</comment>
        <translation>%1 hasta el %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificate(s), among them: %1</source>
        <translation>
            <numerusform>%Ln certificado, entre ellos: %1</numerusform>
            <numerusform>%Ln certificados, entre ellos: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln certificate(s): %1</source>
        <translation>
            <numerusform>%Ln certificado: %1</numerusform>
            <numerusform>%Ln certificados: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The clock of this computer is %1 behind Fly.io&apos;s. Times that are shown may be off by that much: set the clock.</source>
        <translation>El reloj de este equipo va %1 atrasado respecto al de Fly.io. Las horas que se muestran pueden estar desviadas en esa medida: ajuste el reloj.</translation>
    </message>
    <message>
        <source>The clock of this computer is %1 ahead of Fly.io&apos;s. Times that are shown may be off by that much: set the clock.</source>
        <translation>El reloj de este equipo va %1 adelantado respecto al de Fly.io. Las horas que se muestran pueden estar desviadas en esa medida: ajuste el reloj.</translation>
    </message>
    <message>
        <source>The proxy does not answer, or refuses to connect to Fly.io. Check its address under Network or in the environment, or ask who runs it.</source>
        <translation>El proxy no responde o rechaza conectar con Fly.io. Revise su dirección en Red o en el entorno, o consulte a quien lo administra.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minuto</numerusform>
            <numerusform>%Ln minutos</numerusform>
        </translation>
    </message>
    <message>
        <source>The proxy wants a name and a password. Give them under Network, or on the command line with “atalayactl network proxy ADDRESS --user NAME”.</source>
        <translation>El proxy pide un nombre y una contraseña. Indíquelos en Red, o en la línea de órdenes con «atalayactl network proxy DIRECCIÓN --user NOMBRE».</translation>
    </message>
    <message>
        <source>The proxy refuses the name or the password. Give them again under Network, or on the command line with “atalayactl network proxy ADDRESS --user NAME”.</source>
        <translation>El proxy rechaza el nombre o la contraseña. Indíquelos de nuevo en Red, o en la línea de órdenes con «atalayactl network proxy DIRECCIÓN --user NOMBRE».</translation>
    </message>
    <message>
        <source>Name and password do not belong in the address of the proxy, which is no secret place. Give them beside it, or the whole address in the variable https_proxy.</source>
        <translation>El nombre y la contraseña no van en la dirección del proxy, que no es un lugar secreto. Indíquelos aparte, o la dirección completa en la variable https_proxy.</translation>
    </message>
</context>
<context>
    <name>NetworkDialog</name>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>How Atalaya reaches Fly.io and your apps. What is on this computer itself is never asked through a proxy.</source>
        <translation>Cómo llega Atalaya a Fly.io y a sus aplicaciones. Lo que está en este mismo equipo nunca se consulta a través de un proxy.</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>As the &amp;environment and the desktop say</source>
        <translation>Como digan el &amp;entorno y el escritorio</translation>
    </message>
    <message>
        <source>&amp;None: connect directly</source>
        <translation>&amp;Ninguno: conectar directamente</translation>
    </message>
    <message>
        <source>&amp;This one:</source>
        <translation>Es&amp;te:</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Dirección del proxy</translation>
    </message>
    <message>
        <source>C&amp;A file of your company</source>
        <translation>Archivo de C&amp;A de su empresa</translation>
    </message>
    <message>
        <source>CA file of your company</source>
        <translation>Archivo de CA de su empresa</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>E&amp;legir…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>The environment names no proxy; the desktop is asked.</source>
        <translation>El entorno no indica ningún proxy; se pregunta al escritorio.</translation>
    </message>
    <message>
        <source>The environment wants no proxy for Fly.io.</source>
        <translation>El entorno no quiere ningún proxy para Fly.io.</translation>
    </message>
    <message>
        <source>The environment names %1.</source>
        <translation>El entorno indica %1.</translation>
    </message>
    <message>
        <source>Its certificates are trusted beside those of the system. Leave it empty when nobody looks into your connections.</source>
        <translation>Se confía en sus certificados además de en los del sistema. Déjelo vacío si nadie inspecciona sus conexiones.</translation>
    </message>
    <message>
        <source>The variable SSL_CERT_FILE names %1, which is trusted beside the system&apos;s.</source>
        <translation>La variable SSL_CERT_FILE indica %1; se confía en él además de en los del sistema.</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.der);;All files (*)</source>
        <translation>Certificados (*.pem *.crt *.cer *.der);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>OutcomeStrip</name>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Ask it to cancel</source>
        <translation>Pedirle que cancele</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Evidencia</translation>
    </message>
    <message>
        <source>Show the line that proves it</source>
        <translation>Mostrar la línea que lo demuestra</translation>
    </message>
    <message>
        <source>Stopping: what is being changed is finished, then leases are released.</source>
        <translation>Deteniendo: se termina lo que se está cambiando y después se liberan las reservas.</translation>
    </message>
    <message>
        <source>Now: machine %1, %2</source>
        <translation>Ahora: máquina %1, %2</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Ahora: %1</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>%1 so far, usually %2.</source>
        <translation>%1 hasta ahora; normalmente %2.</translation>
    </message>
    <message>
        <source>%1 so far.</source>
        <translation>%1 hasta ahora.</translation>
    </message>
    <message>
        <source>It is run by %1 (process %2 on %3) and followed here.</source>
        <translation>Lo ejecuta %1 (proceso %2 en %3) y aquí se sigue en directo.</translation>
    </message>
    <message>
        <source>Interrupted: %1 ended while it ran this deployment.</source>
        <translation>Interrumpido: %1 terminó mientras ejecutaba este despliegue.</translation>
    </message>
    <message>
        <source>No machine had been updated. Resuming looks first, and repeats nothing that is done.</source>
        <translation>No se había actualizado ninguna máquina. Reanudar mira primero y no repite nada de lo hecho.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) had been updated. Resuming looks first, and repeats nothing that is done.</source>
        <translation>
            <numerusform>Se había actualizado %Ln máquina. Reanudar mira primero y no repite nada de lo hecho.</numerusform>
            <numerusform>Se habían actualizado %Ln máquinas. Reanudar mira primero y no repite nada de lo hecho.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · out of memory</source>
        <translation>%1 · sin memoria</translation>
    </message>
    <message>
        <source>%1 · took too long</source>
        <translation>%1 · tardó demasiado</translation>
    </message>
    <message>
        <source>%1 · signal %2</source>
        <translation>%1 · señal %2</translation>
    </message>
    <message>
        <source>%1 · exit %2</source>
        <translation>%1 · código de salida %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>step · machine or stage</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · “%2”</source>
        <translation>%1 · «%2»</translation>
    </message>
    <message>
        <source>%1 · “%2” (log line %3)</source>
        <translation>%1 · «%2» (línea %3 de los registros)</translation>
    </message>
    <message>
        <source>%1 · “%2” (%3, line %4)</source>
        <translation>%1 · «%2» (%3, línea %4)</translation>
    </message>
    <message>
        <source>Retry from the release command</source>
        <translation>Reintentar desde el comando de publicación</translation>
    </message>
    <message>
        <source>Retry deploy</source>
        <translation>Reintentar despliegue</translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>Revertir a v%1</translation>
    </message>
    <message>
        <source>Decide what to do…</source>
        <translation>Decidir qué hacer…</translation>
    </message>
    <message>
        <source>Stopped: the journal could not be written</source>
        <translation>Se detuvo: no se pudo escribir el diario</translation>
    </message>
    <message>
        <source>Now: %1, %2</source>
        <comment>a step, and its service</comment>
        <translation>Ahora: %1, %2</translation>
    </message>
    <message>
        <source>What had been begun on the servers has gone on by itself. Resuming brings what happened since, and repeats nothing that is done.</source>
        <translation>Lo que ya estaba en marcha en los servidores ha seguido por su cuenta. Reanudar trae lo ocurrido desde entonces y no repite nada de lo hecho.</translation>
    </message>
</context>
<context>
    <name>OverviewPanel</name>
    <message>
        <source>Machines of the app</source>
        <translation>Máquinas de la aplicación</translation>
    </message>
    <message>
        <source>Ctrl+C copies the machine&apos;s id</source>
        <translation>Ctrl+C copia el identificador de la máquina</translation>
    </message>
    <message>
        <source>Looking at the machines…</source>
        <translation>Mirando las máquinas…</translation>
    </message>
    <message>
        <source>This app has no machines.</source>
        <translation>Esta aplicación no tiene máquinas.</translation>
    </message>
    <message>
        <source>Machines appear here when something is deployed to it.</source>
        <translation>Las máquinas aparecen aquí cuando se despliega algo en ella.</translation>
    </message>
</context>
<context>
    <name>PlanConfigModel</name>
    <message numerus="yes">
        <source>%1: %Ln machine(s)</source>
        <comment>a process group</comment>
        <translation>
            <numerusform>%1: %Ln máquina</numerusform>
            <numerusform>%1: %Ln máquinas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln change(s)</source>
        <comment>machines of a group</comment>
        <translation>
            <numerusform>%1, %Ln cambio</numerusform>
            <numerusform>%1, %Ln cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a setting and what becomes of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>sin definir</translation>
    </message>
    <message>
        <source>removed</source>
        <comment>of a setting</comment>
        <translation>eliminado</translation>
    </message>
    <message>
        <source>set, not shown</source>
        <translation>definido, no se muestra</translation>
    </message>
    <message>
        <source>changes, not shown</source>
        <translation>cambia, no se muestra</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>the value that a machine has</comment>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>After the deploy</source>
        <comment>the value that a machine will have</comment>
        <translation>Tras el despliegue</translation>
    </message>
</context>
<context>
    <name>PlanConfigView</name>
    <message>
        <source>The machines keep the configuration they have.</source>
        <translation>Las máquinas conservan la configuración que tienen.</translation>
    </message>
    <message>
        <source>What changes in the machines&apos; configuration</source>
        <translation>Qué cambia en la configuración de las máquinas</translation>
    </message>
    <message>
        <source>Changes of the machines&apos; configuration</source>
        <translation>Cambios de la configuración de las máquinas</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>Looking at what runs now. Nothing is written.</source>
        <translation>Mirando lo que se ejecuta ahora. No se escribe nada.</translation>
    </message>
    <message>
        <source>What will be done, in this order</source>
        <translation>Qué se hará, en este orden</translation>
    </message>
    <message>
        <source>Machines</source>
        <translation>Máquinas</translation>
    </message>
    <message>
        <source>Steps of the plan</source>
        <translation>Pasos del plan</translation>
    </message>
    <message>
        <source>Machines of the plan</source>
        <translation>Máquinas del plan</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Examinar de nuevo</translation>
    </message>
    <message>
        <source>Survey the app again and make the plan anew</source>
        <translation>Examinar otra vez la aplicación y rehacer el plan</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>PRODUCTION</source>
        <translation>PRODUCCIÓN</translation>
    </message>
    <message>
        <source>This is production. Type %1 to confirm:</source>
        <translation>Esto es producción. Escriba %1 para confirmar:</translation>
    </message>
    <message>
        <source>What runs has changed since the plan was made. This is the new plan: please read it again.</source>
        <translation>Lo que se ejecuta ha cambiado desde que se hizo el plan. Este es el plan nuevo: léalo otra vez.</translation>
    </message>
    <message>
        <source>Deploy %1</source>
        <translation>Desplegar %1</translation>
    </message>
    <message>
        <source>Retry the deploy of %1</source>
        <translation>Reintentar el despliegue de %1</translation>
    </message>
    <message>
        <source>Resume the deploy of %1</source>
        <translation>Reanudar el despliegue de %1</translation>
    </message>
    <message>
        <source>Roll %1 back to v%2</source>
        <translation>Revertir %1 a v%2</translation>
    </message>
    <message>
        <source>Roll %1 back</source>
        <translation>Revertir %1</translation>
    </message>
    <message>
        <source>Image: %1</source>
        <translation>Imagen: %1</translation>
    </message>
    <message>
        <source>Configuration: %1</source>
        <translation>Configuración: %1</translation>
    </message>
    <message>
        <source>Release command: %1</source>
        <translation>Comando de publicación: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln write(s) to the platform</source>
        <translation>
            <numerusform>%Ln escritura en la plataforma</numerusform>
            <numerusform>%Ln escrituras en la plataforma</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, usually %2</source>
        <translation>%1, normalmente %2</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Arrancando…</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Desplegar</translation>
    </message>
    <message>
        <source>Retry deploy</source>
        <translation>Reintentar despliegue</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>It cannot be known whether the release command of the interrupted attempt ended. Please look at its effects:</source>
        <translation>No se puede saber si terminó el comando de publicación del intento interrumpido. Compruebe sus efectos:</translation>
    </message>
    <message>
        <source>It ended well: do not run it again</source>
        <translation>Terminó bien: no ejecutarlo otra vez</translation>
    </message>
    <message>
        <source>Run it again</source>
        <translation>Ejecutarlo otra vez</translation>
    </message>
    <message>
        <source>Configuration: that of v%1</source>
        <translation>Configuración: la de v%1</translation>
    </message>
    <message>
        <source>Copy as flyctl</source>
        <translation>Copiar como flyctl</translation>
    </message>
    <message>
        <source>It is meant: deploy %1 with this fly.toml</source>
        <translation>Es lo que quiero: desplegar %1 con este fly.toml</translation>
    </message>
    <message numerus="yes">
        <source>Destroy %Ln machine(s). This cannot be undone.</source>
        <translation>
            <numerusform>Destruir %Ln máquina. No se puede deshacer.</numerusform>
            <numerusform>Destruir %Ln máquinas. No se puede deshacer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation>Estrategia: %1</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Services of the plan</source>
        <translation>Servicios del plan</translation>
    </message>
    <message>
        <source>Survey the servers again and make the plan anew</source>
        <translation>Examinar de nuevo los servidores y rehacer el plan</translation>
    </message>
    <message>
        <source>It is meant: go on with %1 in spite of what is told above</source>
        <translation>Es lo que quiero: seguir con %1 pese a lo que se avisa arriba</translation>
    </message>
</context>
<context>
    <name>PlanMachinesModel</name>
    <message>
        <source>Machine %1 in %2, %3: %4</source>
        <translation>Máquina %1 en %2, %3: %4</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Máquina</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Región</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Qué pasará</translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>%1, changes the platform</source>
        <translation>%1, cambia la plataforma</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Changes the platform</source>
        <translation>Cambia la plataforma</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>Lo habitual</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>writes</source>
        <extracomment>a step of the plan that changes something on the platform</extracomment>
        <translation>escribe</translation>
    </message>
    <message>
        <source>reads</source>
        <translation>lee</translation>
    </message>
    <message>
        <source>Changes the server</source>
        <translation>Cambia el servidor</translation>
    </message>
</context>
<context>
    <name>PlanStackRows</name>
    <message>
        <source>What is deployed: %1</source>
        <comment>code only, everything, …</comment>
        <translation>Qué se despliega: %1</translation>
    </message>
    <message>
        <source>Version: %1</source>
        <translation>Versión: %1</translation>
    </message>
    <message>
        <source>Version: %1, now %2</source>
        <translation>Versión: %1, ahora %2</translation>
    </message>
    <message>
        <source>Servers, in order: %1</source>
        <translation>Servidores, en orden: %1</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Servidor: %1</translation>
    </message>
    <message>
        <source>Directory on the servers: %1</source>
        <translation>Directorio en los servidores: %1</translation>
    </message>
    <message>
        <source>Migration: %1</source>
        <translation>Migración: %1</translation>
    </message>
    <message>
        <source>It usually takes %1.</source>
        <translation>Suele tardar %1.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Expected downtime</source>
        <translation>Interrupción prevista</translation>
    </message>
    <message>
        <source>What is done</source>
        <translation>Qué se hace</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <comment>an image and another</comment>
        <translation>%1 pasa a ser %2</translation>
    </message>
    <message>
        <source>Watched from this computer: %1, every %2</source>
        <translation>Se vigila desde este equipo: %1, cada %2</translation>
    </message>
</context>
<context>
    <name>PlatformCommands</name>
    <message>
        <source>flyctl knows no retry: this deploys the image again. The release command runs again, and every machine is updated again.</source>
        <translation>flyctl no sabe reintentar: esto vuelve a desplegar la imagen. El comando de publicación se ejecuta otra vez y se actualizan de nuevo todas las máquinas.</translation>
    </message>
    <message>
        <source>flyctl knows no rollback: this deploys the older image. Configuration and secrets stay as they are now.</source>
        <translation>flyctl no sabe revertir: esto despliega la imagen anterior. La configuración y los secretos se quedan como están ahora.</translation>
    </message>
    <message>
        <source>No command of flyctl and no request cancels a deployment: it is stopped where it runs, with Ctrl+C.</source>
        <translation>Ningún comando de flyctl ni ninguna petición cancela un despliegue: se detiene donde se ejecuta, con Ctrl+C.</translation>
    </message>
    <message>
        <source>No single request deploys: it is a sequence of them.</source>
        <translation>No hay una petición única que despliegue: es una secuencia de peticiones.</translation>
    </message>
    <message>
        <source>flyctl has no command for a single request.</source>
        <translation>flyctl no tiene un comando para una petición suelta.</translation>
    </message>
    <message>
        <source>What the request carried is not recorded: it belongs into body.json.</source>
        <translation>El contenido de la petición no se guarda: va en body.json.</translation>
    </message>
</context>
<context>
    <name>ProxyLoginBox</name>
    <message>
        <source>In the keychain of this desktop</source>
        <translation>En el llavero de este escritorio</translation>
    </message>
    <message>
        <source>In the encrypted file that is there</source>
        <translation>En el archivo cifrado que ya existe</translation>
    </message>
    <message>
        <source>In an encrypted file that a password opens</source>
        <translation>En un archivo cifrado que abre una contraseña</translation>
    </message>
    <message>
        <source>For this session only: forgotten when the window closes</source>
        <translation>Solo en esta sesión: se olvida al cerrar la ventana</translation>
    </message>
    <message>
        <source>The proxy wants both a name and a password.</source>
        <translation>El proxy pide un nombre y también una contraseña.</translation>
    </message>
    <message numerus="yes">
        <source>The password of the encrypted file needs %Ln character(s) or more.</source>
        <translation>
            <numerusform>La contraseña del archivo cifrado necesita %Ln carácter o más.</numerusform>
            <numerusform>La contraseña del archivo cifrado necesita %Ln caracteres o más.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passwords of the encrypted file differ.</source>
        <translation>Las dos contraseñas del archivo cifrado no coinciden.</translation>
    </message>
    <message>
        <source>Give the password of the encrypted file.</source>
        <translation>Indique la contraseña del archivo cifrado.</translation>
    </message>
    <message>
        <source>Kept for %1 in the keychain.</source>
        <translation>Guardados para %1 en el llavero.</translation>
    </message>
    <message>
        <source>Kept for %1 in the encrypted file.</source>
        <translation>Guardados para %1 en el archivo cifrado.</translation>
    </message>
    <message>
        <source>Known for %1 until this window closes.</source>
        <translation>Conocidos para %1 hasta que se cierre esta ventana.</translation>
    </message>
    <message>
        <source>Choose “This one” and give its address first: they are sent to that proxy only.</source>
        <translation>Elija antes «Este» e indique su dirección: solo se envían a ese proxy.</translation>
    </message>
    <message>
        <source>Only where %1 asks for them. They are sent to no other proxy.</source>
        <translation>Solo si %1 los pide. No se envían a ningún otro proxy.</translation>
    </message>
    <message>
        <source>Password of the encrypted file</source>
        <translation>Contraseña del archivo cifrado</translation>
    </message>
    <message numerus="yes">
        <source>Password, %Ln character(s) or more</source>
        <translation>
            <numerusform>Contraseña, %Ln carácter o más</numerusform>
            <numerusform>Contraseña, %Ln caracteres o más</numerusform>
        </translation>
    </message>
    <message>
        <source>Name and password for the proxy</source>
        <translation>Nombre y contraseña del proxy</translation>
    </message>
    <message>
        <source>&amp;Forget them</source>
        <translation>&amp;Olvidarlos</translation>
    </message>
    <message>
        <source>Na&amp;me:</source>
        <translation>No&amp;mbre:</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>Nombre para el proxy</translation>
    </message>
    <message>
        <source>&amp;Password:</source>
        <translation>&amp;Contraseña:</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Contraseña del proxy</translation>
    </message>
    <message>
        <source>&amp;Keep them:</source>
        <translation>&amp;Guardarlos:</translation>
    </message>
    <message>
        <source>Where name and password are kept</source>
        <translation>Dónde se guardan el nombre y la contraseña</translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>La contraseña otra vez</translation>
    </message>
    <message>
        <source>Password of the encrypted file, again</source>
        <translation>Contraseña del archivo cifrado, otra vez</translation>
    </message>
</context>
<context>
    <name>QuestionDialog</name>
    <message>
        <source>The deployment of %1 stopped half-way</source>
        <translation>El despliegue de %1 se detuvo a medias</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>Decidir más tarde</translation>
    </message>
</context>
<context>
    <name>ServerActions</name>
    <message>
        <source>Add a server…</source>
        <translation>Añadir un servidor…</translation>
    </message>
    <message>
        <source>Connect to the server</source>
        <translation>Conectar con el servidor</translation>
    </message>
    <message>
        <source>Open terminal here</source>
        <translation>Abrir terminal aquí</translation>
    </message>
    <message>
        <source>Edit the server…</source>
        <translation>Editar el servidor…</translation>
    </message>
    <message>
        <source>Rename the server…</source>
        <translation>Cambiar el nombre del servidor…</translation>
    </message>
    <message>
        <source>Remove the server…</source>
        <translation>Quitar el servidor…</translation>
    </message>
    <message>
        <source>Copy as ssh</source>
        <translation>Copiar como ssh</translation>
    </message>
    <message>
        <source>Copy as docker</source>
        <translation>Copiar como docker</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Examinar de nuevo</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Editar…</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar nombre…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Quitar…</translation>
    </message>
    <message>
        <source>Rename the server</source>
        <translation>Cambiar el nombre del servidor</translation>
    </message>
    <message>
        <source>Name of the server here:</source>
        <translation>Nombre del servidor aquí:</translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation>Quitar el servidor</translation>
    </message>
    <message>
        <source>Remove the server %1 from the list?</source>
        <translation>¿Quitar el servidor %1 de la lista?</translation>
    </message>
    <message>
        <source>Nothing is changed on it: its stacks run on, and its backups stay. What is known of past deployments stays here.</source>
        <translation>Nada cambia en él: sus pilas siguen en marcha y sus copias se quedan. Lo que se sabe de despliegues anteriores se queda aquí.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservarlo</translation>
    </message>
    <message>
        <source>Remove it</source>
        <translation>Quitarlo</translation>
    </message>
    <message>
        <source>ssh could not connect. Enter closes this window.</source>
        <translation>ssh no pudo conectarse. Intro cierra esta ventana.</translation>
    </message>
    <message>
        <source>No terminal could be opened. Install one, or name yours in the variable TERMINAL. The command is: %1</source>
        <translation>No se pudo abrir ninguna terminal. Instale una, o indique la suya en la variable TERMINAL. La orden es: %1</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Copiado: %1</translation>
    </message>
    <message>
        <source>Link the stack to a folder…</source>
        <translation>Vincular la pila a una carpeta…</translation>
    </message>
    <message>
        <source>Link folder…</source>
        <translation>Vincular carpeta…</translation>
    </message>
    <message>
        <source>A deploy of %1 runs there now. It goes on by itself, and this console will not see how it ends.</source>
        <translation>Ahora mismo hay un despliegue de %1 en marcha. Sigue por su cuenta y esta consola no verá cómo termina.</translation>
    </message>
</context>
<context>
    <name>ServerBody</name>
    <message>
        <source>Facts of the stack</source>
        <translation>Datos de la pila</translation>
    </message>
    <message>
        <source>Facts of the server</source>
        <translation>Datos del servidor</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Stacks</source>
        <translation>Pilas</translation>
    </message>
    <message>
        <source>Services of the stack</source>
        <translation>Servicios de la pila</translation>
    </message>
    <message>
        <source>Stacks of the server</source>
        <translation>Pilas del servidor</translation>
    </message>
    <message>
        <source>Ctrl+C copies the name of the container</source>
        <translation>Ctrl+C copia el nombre del contenedor</translation>
    </message>
    <message>
        <source>Enter opens the stack</source>
        <translation>Intro abre la pila</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Conectando con %1…</translation>
    </message>
    <message>
        <source>Looking at the server…</source>
        <translation>Examinando el servidor…</translation>
    </message>
    <message>
        <source>This stack is not on the server any more.</source>
        <translation>Esta pila ya no está en el servidor.</translation>
    </message>
    <message>
        <source>It was removed there, or its folder is not looked at.</source>
        <translation>Se eliminó allí, o su carpeta no se examina.</translation>
    </message>
    <message>
        <source>No stack was found on this server.</source>
        <translation>No se encontró ninguna pila en este servidor.</translation>
    </message>
    <message>
        <source>Those that docker compose has started appear here by themselves. One of which nothing runs is found by its folder: “Edit the server…” takes it.</source>
        <translation>Las que docker compose ha iniciado aparecen aquí solas. Una de la que nada está en marcha se encuentra por su carpeta: se indica en «Editar el servidor…».</translation>
    </message>
    <message>
        <source>Nothing of this stack runs.</source>
        <translation>Nada de esta pila está en marcha.</translation>
    </message>
    <message>
        <source>Only its folder is there, with its compose files.</source>
        <translation>Solo está su carpeta, con sus archivos de Compose.</translation>
    </message>
</context>
<context>
    <name>ServerDialog</name>
    <message>
        <source>Add a server</source>
        <translation>Añadir un servidor</translation>
    </message>
    <message>
        <source>Edit the server</source>
        <translation>Editar el servidor</translation>
    </message>
    <message>
        <source>&amp;Try the connection</source>
        <translation>&amp;Probar la conexión</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Añadir</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>What ssh said</source>
        <translation>Lo que dijo ssh</translation>
    </message>
    <message>
        <source>Connecting to %1…</source>
        <translation>Conectando con %1…</translation>
    </message>
    <message>
        <source>%1 is connected.</source>
        <translation>%1 está conectado.</translation>
    </message>
</context>
<context>
    <name>ServerForm</name>
    <message>
        <source>&amp;Address:</source>
        <translation>&amp;Dirección:</translation>
    </message>
    <message>
        <source>Address of the server</source>
        <translation>Dirección del servidor</translation>
    </message>
    <message>
        <source>A name or an IP address, or an alias of ~/.ssh/config.</source>
        <translation>Un nombre o una dirección IP, o un alias de ~/.ssh/config.</translation>
    </message>
    <message numerus="yes">
        <source>A name or an IP address, or one of the %Ln alias(es) of ~/.ssh/config.</source>
        <translation>
            <numerusform>Un nombre o una dirección IP, o el %Ln alias de ~/.ssh/config.</numerusform>
            <numerusform>Un nombre o una dirección IP, o uno de los %Ln alias de ~/.ssh/config.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name here:</source>
        <translation>&amp;Nombre aquí:</translation>
    </message>
    <message>
        <source>Name of the server here</source>
        <translation>Nombre del servidor aquí</translation>
    </message>
    <message>
        <source>Where these are empty, your ssh decides: ~/.ssh/config, the agent, its defaults.</source>
        <translation>Lo que quede vacío lo decide su ssh: ~/.ssh/config, el agente, sus valores predeterminados.</translation>
    </message>
    <message>
        <source>&amp;User:</source>
        <translation>&amp;Usuario:</translation>
    </message>
    <message>
        <source>User on the server</source>
        <translation>Usuario en el servidor</translation>
    </message>
    <message>
        <source>P&amp;ort:</source>
        <translation>P&amp;uerto:</translation>
    </message>
    <message>
        <source>Port of its SSH service</source>
        <translation>Puerto de su servicio SSH</translation>
    </message>
    <message>
        <source>Private &amp;key:</source>
        <translation>&amp;Clave privada:</translation>
    </message>
    <message>
        <source>File of the private key</source>
        <translation>Archivo de la clave privada</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>Choose the file of the private key</source>
        <translation>Elegir el archivo de la clave privada</translation>
    </message>
    <message>
        <source>&amp;Jump host:</source>
        <translation>Servidor de &amp;salto:</translation>
    </message>
    <message>
        <source>Server to go through</source>
        <translation>Servidor por el que se pasa</translation>
    </message>
    <message>
        <source>USER@HOST:PORT</source>
        <translation>USUARIO@SERVIDOR:PUERTO</translation>
    </message>
    <message>
        <source>&amp;Folders of stacks:</source>
        <translation>Car&amp;petas de pilas:</translation>
    </message>
    <message>
        <source>Folders of stacks on the server</source>
        <translation>Carpetas de pilas en el servidor</translation>
    </message>
    <message>
        <source>One per line. They are looked at even when nothing of them runs.</source>
        <translation>Una por línea. Se examinan aunque nada suyo esté en marcha.</translation>
    </message>
    <message>
        <source>/srv/shop, one per line</source>
        <translation>/srv/tienda, una por línea</translation>
    </message>
    <message>
        <source>Folders of &amp;backups:</source>
        <translation>Carpetas de c&amp;opias:</translation>
    </message>
    <message>
        <source>Folders of backups on the server</source>
        <translation>Carpetas de copias de seguridad en el servidor</translation>
    </message>
    <message>
        <source>One per line. The newest file of each is shown with its age.</source>
        <translation>Una por línea. De cada una se muestra el archivo más reciente y su antigüedad.</translation>
    </message>
    <message>
        <source>/srv/backups, one per line</source>
        <translation>/srv/copias, una por línea</translation>
    </message>
    <message>
        <source>&amp;Production: its name is asked before it is changed</source>
        <translation>P&amp;roducción: se pide su nombre antes de cambiarlo</translation>
    </message>
    <message>
        <source>&amp;Read only: refuse every change of it</source>
        <translation>Solo &amp;lectura: rechazar todo cambio en él</translation>
    </message>
    <message>
        <source>Private key</source>
        <translation>Clave privada</translation>
    </message>
</context>
<context>
    <name>ServerHeader</name>
    <message>
        <source>on %1</source>
        <comment>a server</comment>
        <translation>en %1</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>solo lectura</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>visto %1</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Open terminal</source>
        <translation>Abrir terminal</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
    <message>
        <source>Opens your own terminal there (Ctrl+Shift+T)</source>
        <translation>Abre allí su propia terminal (Ctrl+Mayús+T)</translation>
    </message>
    <message>
        <source>Connects now; what ssh needs to know is asked</source>
        <translation>Se conecta ahora; se pregunta lo que ssh necesite saber</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Examinar de nuevo</translation>
    </message>
    <message>
        <source>Looks at it now</source>
        <translation>Lo consulta ahora</translation>
    </message>
</context>
<context>
    <name>ServerMenu</name>
    <message>
        <source>Log</source>
        <translation>Registros</translation>
    </message>
    <message>
        <source>Restart of the service</source>
        <translation>Reinicio del servicio</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Conexión</translation>
    </message>
    <message>
        <source>List of containers</source>
        <translation>Lista de contenedores</translation>
    </message>
    <message>
        <source>Disk space of Docker</source>
        <translation>Espacio de disco de Docker</translation>
    </message>
    <message>
        <source>Copy as ssh</source>
        <translation>Copiar como ssh</translation>
    </message>
    <message>
        <source>Copy as docker, for the server</source>
        <translation>Copiar como docker, para el servidor</translation>
    </message>
</context>
<context>
    <name>ServerPanel</name>
    <message>
        <source>Connect</source>
        <translation>Conectar</translation>
    </message>
</context>
<context>
    <name>Servers</name>
    <message>
        <source>Docker is not installed there.</source>
        <translation>Docker no está instalado allí.</translation>
    </message>
    <message>
        <source>%1 may not use Docker there: put that user into the group docker, or connect as another one.</source>
        <translation>%1 no puede usar Docker allí: añada ese usuario al grupo docker, o conéctese con otro.</translation>
    </message>
    <message>
        <source>Docker is installed there, but does not run.</source>
        <translation>Docker está instalado allí, pero no está en marcha.</translation>
    </message>
    <message>
        <source>Docker %1</source>
        <translation>Docker %1</translation>
    </message>
    <message>
        <source>Docker did not answer.</source>
        <translation>Docker no respondió.</translation>
    </message>
    <message>
        <source>Docker answered: %1</source>
        <translation>Docker respondió: %1</translation>
    </message>
    <message>
        <source>Docker Compose is not installed there.</source>
        <translation>Docker Compose no está instalado allí.</translation>
    </message>
    <message>
        <source>Docker Compose %1 is too old: install version 2.</source>
        <translation>Docker Compose %1 es demasiado antiguo: instale la versión 2.</translation>
    </message>
    <message>
        <source>Docker Compose %1</source>
        <translation>Docker Compose %1</translation>
    </message>
    <message>
        <source>Its clock is %1 ahead of that of this computer.</source>
        <translation>Su reloj va %1 por delante del de este equipo.</translation>
    </message>
    <message>
        <source>Its clock is %1 behind that of this computer.</source>
        <translation>Su reloj va %1 por detrás del de este equipo.</translation>
    </message>
    <message numerus="yes">
        <source>%1, kernel %2, %3, %Ln CPU(s)</source>
        <translation>
            <numerusform>%1, kernel %2, %3, %Ln CPU</numerusform>
            <numerusform>%1, kernel %2, %3, %Ln CPU</numerusform>
        </translation>
    </message>
    <message>
        <source>Memory: %1 of %2 free</source>
        <translation>Memoria: %1 libres de %2</translation>
    </message>
    <message>
        <source>Disk of %1: %2 of %3 free</source>
        <translation>Disco de %1: %2 libres de %3</translation>
    </message>
    <message>
        <source>no health check</source>
        <translation>sin comprobación de salud</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>health of a service</comment>
        <translation>arrancando</translation>
    </message>
    <message>
        <source>healthy</source>
        <comment>health of a service</comment>
        <translation>sano</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <comment>health of a service</comment>
        <translation>no sano</translation>
    </message>
    <message>
        <source>health unknown</source>
        <translation>salud desconocida</translation>
    </message>
    <message>
        <source>created</source>
        <comment>state of a container</comment>
        <translation>creado</translation>
    </message>
    <message>
        <source>running</source>
        <comment>state of a container</comment>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>paused</source>
        <comment>state of a container</comment>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>restarting</source>
        <comment>state of a container</comment>
        <translation>reiniciándose</translation>
    </message>
    <message>
        <source>being removed</source>
        <comment>state of a container</comment>
        <translation>eliminándose</translation>
    </message>
    <message>
        <source>ended: out of memory</source>
        <comment>state of a container</comment>
        <translation>terminó: sin memoria</translation>
    </message>
    <message>
        <source>ended with code %1</source>
        <comment>state of a container</comment>
        <translation>terminó con el código %1</translation>
    </message>
    <message>
        <source>dead</source>
        <comment>state of a container</comment>
        <translation>muerto</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>service and number of its container</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln restart(s)</source>
        <translation>
            <numerusform>%Ln reinicio</numerusform>
            <numerusform>%Ln reinicios</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: nothing of it runs</source>
        <translation>%1: nada suyo está en marcha</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>stack, folder</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>A run that ended without its last word has left a lock.</source>
        <translation>Una ejecución que terminó sin decir la última palabra dejó un bloqueo.</translation>
    </message>
    <message>
        <source>Locked: somebody deploys it now.</source>
        <translation>Bloqueado: alguien lo está desplegando ahora.</translation>
    </message>
    <message>
        <source>Locked: %1 deploys it, since %2.</source>
        <comment>who, date and time</comment>
        <translation>Bloqueado: lo está desplegando %1, desde el %2.</translation>
    </message>
    <message>
        <source>Backups: the folder %1 is not there.</source>
        <translation>Copias de seguridad: la carpeta %1 no está.</translation>
    </message>
    <message>
        <source>Backups in %1: none that is not empty.</source>
        <translation>Copias de seguridad en %1: ninguna que no esté vacía.</translation>
    </message>
    <message>
        <source>Backups in %1: the last one is %2 (%3), %4.</source>
        <translation>Copias de seguridad en %1: la última es %2 (%3), %4.</translation>
    </message>
    <message>
        <source>There is no computer of the name that %1 has. Check its address, or the alias in ~/.ssh/config.</source>
        <translation>No existe ningún equipo con el nombre que tiene %1. Compruebe su dirección, o el alias en ~/.ssh/config.</translation>
    </message>
    <message>
        <source>The name of %1 could not be looked up: the name service does not answer. Check the connection of this computer.</source>
        <translation>No se pudo consultar el nombre de %1: el servicio de nombres no responde. Compruebe la conexión de este equipo.</translation>
    </message>
    <message>
        <source>There is no way to %1 from this network. Check the connection, the VPN and the address.</source>
        <translation>Desde esta red no hay ruta hasta %1. Compruebe la conexión, la VPN y la dirección.</translation>
    </message>
    <message>
        <source>%1 is there, but nothing listens on that port. Check the port, and whether its SSH service runs.</source>
        <translation>%1 está ahí, pero nada escucha en ese puerto. Compruebe el puerto, y si su servicio SSH está en marcha.</translation>
    </message>
    <message>
        <source>%1 does not answer at all. It is off, or a firewall drops what is sent. Check the address, the port and the VPN.</source>
        <translation>%1 no responde en absoluto. Está apagado, o un cortafuegos descarta lo que se envía. Compruebe la dirección, el puerto y la VPN.</translation>
    </message>
    <message>
        <source>%1 takes the connection, but says nothing. It is overloaded, or something else than SSH listens on that port.</source>
        <translation>%1 acepta la conexión, pero no dice nada. Está sobrecargado, o en ese puerto escucha algo que no es SSH.</translation>
    </message>
    <message>
        <source>%1 closes the connection before a key is shown. It has too many connections now, or refuses this computer (firewall, fail2ban, hosts.deny). Wait a moment, then try again.</source>
        <translation>%1 cierra la conexión antes de que se muestre una clave. Tiene demasiadas conexiones ahora, o rechaza este equipo (cortafuegos, fail2ban, hosts.deny). Espere un momento y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>What answers for %1 on that port is not SSH 2. Check the port.</source>
        <translation>Lo que responde por %1 en ese puerto no es SSH 2. Compruebe el puerto.</translation>
    </message>
    <message>
        <source>Your ssh and %1 have no way of encrypting in common: one of them is very old. Update it, or allow the old way for this server in ~/.ssh/config.</source>
        <translation>Su ssh y %1 no tienen ningún cifrado en común: uno de los dos es muy antiguo. Actualícelo, o permita el cifrado antiguo para este servidor en ~/.ssh/config.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost. What was running there may go on. Connect again and look.</source>
        <translation>Se perdió la conexión con %1. Lo que estaba en marcha allí puede que continúe. Vuelva a conectarse y mire.</translation>
    </message>
    <message>
        <source>%1 takes no further command at once (MaxSessions). Wait until one has ended, or raise the limit in its sshd_config.</source>
        <translation>%1 no admite más órdenes a la vez (MaxSessions). Espere a que termine alguna, o suba el límite en su sshd_config.</translation>
    </message>
    <message>
        <source>%1 takes none of your keys. Choose another key or user, or put your public key into its authorized_keys.</source>
        <translation>%1 no acepta ninguna de sus claves. Elija otra clave u otro usuario, o ponga su clave pública en su authorized_keys.</translation>
    </message>
    <message>
        <source>%1 takes none of your keys. It would take: %2. Choose another key or user, or put your public key into its authorized_keys.</source>
        <translation>%1 no acepta ninguna de sus claves. Aceptaría: %2. Elija otra clave u otro usuario, o ponga su clave pública en su authorized_keys.</translation>
    </message>
    <message>
        <source>The key file %2, chosen for %1, is not there. Choose another one.</source>
        <translation>El archivo de clave %2, elegido para %1, no está. Elija otro.</translation>
    </message>
    <message>
        <source>Others on this computer may read the private key %2, so ssh does not use it for %1. Run: chmod 600 on that file.</source>
        <translation>Otros en este equipo pueden leer la clave privada %2, así que ssh no la usa para %1. Ejecute chmod 600 sobre ese archivo.</translation>
    </message>
    <message>
        <source>The passphrase of the key for %1 was not right. Try again.</source>
        <translation>La frase de contraseña de la clave para %1 no era correcta. Vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The SSH agent did not sign for %1: it was locked, or the question was declined, or the hardware key was not touched. Try again.</source>
        <translation>El agente SSH no firmó para %1: estaba bloqueado, se rechazó la pregunta o no se tocó la llave física. Vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>%1 gave up after too many keys. Choose the one key for this server, so that only that one is offered.</source>
        <translation>%1 se rindió tras demasiadas claves. Elija la clave de este servidor, para que solo se ofrezca esa.</translation>
    </message>
    <message>
        <source>%1 was never seen before, so its host key is not known. Connect to it once and compare the fingerprint with what its owner says.</source>
        <translation>%1 nunca se había visto, así que no se conoce su clave de host. Conéctese una vez y compare la huella con la que le diga su responsable.</translation>
    </message>
    <message>
        <source>The host key of %1 was not accepted, so nothing was sent there.</source>
        <translation>No se aceptó la clave de host de %1, así que no se envió nada.</translation>
    </message>
    <message>
        <source>The host key of %1 is another one than before: it was %3, now it is %2. Either the server was set up anew, or somebody stands between. Nothing was sent. Ask its owner for the fingerprint; only if it is the new one, remove the old key, which is at %4, and connect again.</source>
        <translation>La clave de host de %1 ya no es la de antes: era %3, ahora es %2. O el servidor se instaló de nuevo, o alguien se ha puesto en medio. No se envió nada. Pida la huella a su responsable; solo si es la nueva, quite la clave antigua, que está en %4, y vuelva a conectarse.</translation>
    </message>
    <message>
        <source>The host key of %1 is marked as revoked in your known hosts. Nothing was sent. Ask the owner of the server for its new key.</source>
        <translation>La clave de host de %1 está marcada como revocada en sus hosts conocidos. No se envió nada. Pida la clave nueva al responsable del servidor.</translation>
    </message>
    <message>
        <source>The folder for the shared connections to %1 cannot be used: %2. Check its owner and its permissions.</source>
        <translation>No se puede usar la carpeta de las conexiones compartidas con %1: %2. Compruebe su propietario y sus permisos.</translation>
    </message>
    <message>
        <source>The path for the shared connection to %1 is too long: %2. Set XDG_RUNTIME_DIR or TMPDIR to a folder with a shorter path.</source>
        <translation>La ruta de la conexión compartida con %1 es demasiado larga: %2. Ponga en XDG_RUNTIME_DIR o TMPDIR una carpeta con una ruta más corta.</translation>
    </message>
    <message>
        <source>The shared connection to %1 has ended, and nothing was run. Connect again.</source>
        <translation>La conexión compartida con %1 ha terminado, y no se ejecutó nada. Vuelva a conectarse.</translation>
    </message>
    <message>
        <source>ssh cannot use your configuration, so %1 cannot be reached: %2</source>
        <translation>ssh no puede usar su configuración, así que no se puede llegar a %1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be reached: ssh is not installed on this computer. Install the package openssh-client.</source>
        <translation>No se puede llegar a %1: ssh no está instalado en este equipo. Instale el paquete openssh-client.</translation>
    </message>
    <message>
        <source>Questions about %1 cannot be asked: the program %2 is missing. Install Atalaya again.</source>
        <translation>No se pueden hacer preguntas sobre %1: falta el programa %2. Vuelva a instalar Atalaya.</translation>
    </message>
    <message>
        <source>The account on %1 may not run commands. Use one with a login shell.</source>
        <translation>La cuenta en %1 no puede ejecutar órdenes. Use una con shell de inicio de sesión.</translation>
    </message>
    <message>
        <source>%1 did not answer as a shell does. Look whether its login shell prints something or ends at once.</source>
        <translation>%1 no respondió como lo hace un shell. Mire si su shell de inicio de sesión escribe algo o termina enseguida.</translation>
    </message>
    <message>
        <source>ssh could not connect to %1. Its own words are in the details.</source>
        <translation>ssh no pudo conectarse a %1. Sus propias palabras están en los detalles.</translation>
    </message>
    <message>
        <source>the server</source>
        <translation>el servidor</translation>
    </message>
    <message>
        <source>the jump host of %1</source>
        <translation>el servidor de salto de %1</translation>
    </message>
    <message>
        <source>There is no server of this name in your list.</source>
        <translation>En su lista no hay ningún servidor con este nombre.</translation>
    </message>
    <message>
        <source>name not found</source>
        <translation>nombre no encontrado</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>sin ruta</translation>
    </message>
    <message>
        <source>port refused</source>
        <translation>puerto rechazado</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>no responde</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>clave rechazada</translation>
    </message>
    <message>
        <source>host key unknown</source>
        <translation>clave de host desconocida</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>clave de host cambiada</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>conexión perdida</translation>
    </message>
    <message>
        <source>no shell</source>
        <translation>sin shell</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>inaccesible</translation>
    </message>
    <message>
        <source>The server needs a name.</source>
        <translation>El servidor necesita un nombre.</translation>
    </message>
    <message>
        <source>Another server of your list has this name.</source>
        <translation>Otro servidor de su lista tiene este nombre.</translation>
    </message>
    <message>
        <source>A name has at most 100 characters, all of them visible.</source>
        <translation>Un nombre tiene como máximo 100 caracteres, todos visibles.</translation>
    </message>
    <message>
        <source>The address of the server is missing.</source>
        <translation>Falta la dirección del servidor.</translation>
    </message>
    <message>
        <source>This is not a name or an address of a computer. It may not begin with “-” nor contain blanks.</source>
        <translation>Esto no es un nombre ni una dirección de un equipo. No puede empezar por «-» ni contener espacios.</translation>
    </message>
    <message>
        <source>A port is a number from 1 to 65535.</source>
        <translation>Un puerto es un número del 1 al 65535.</translation>
    </message>
    <message>
        <source>This is not a user name. It may not begin with “-” nor contain blanks.</source>
        <translation>Esto no es un nombre de usuario. No puede empezar por «-» ni contener espacios.</translation>
    </message>
    <message>
        <source>Give the whole path of the key file, from “/” on.</source>
        <translation>Indique la ruta completa del archivo de clave, desde «/».</translation>
    </message>
    <message>
        <source>A jump host is written as USER@HOST:PORT, several with commas, and may not begin with “-”.</source>
        <translation>Un servidor de salto se escribe USER@HOST:PORT, varios con comas, y no puede empezar por «-».</translation>
    </message>
    <message>
        <source>Give the whole path of a folder on the server, from “/” on.</source>
        <translation>Indique la ruta completa de una carpeta del servidor, desde «/».</translation>
    </message>
    <message>
        <source>You have never connected to %1 from here. Compare the fingerprint with what its owner says. Is it that server?</source>
        <translation>Nunca se ha conectado a %1 desde aquí. Compare la huella con la que le diga su responsable. ¿Es ese servidor?</translation>
    </message>
    <message>
        <source>The passphrase was not right. What is that of the key %1?</source>
        <translation>La frase de contraseña no era correcta. ¿Cuál es la de la clave %1?</translation>
    </message>
    <message>
        <source>What is the passphrase of the key %1?</source>
        <translation>¿Cuál es la frase de contraseña de la clave %1?</translation>
    </message>
    <message>
        <source>The password was not right. What is that of %1?</source>
        <translation>La contraseña no era correcta. ¿Cuál es la de %1?</translation>
    </message>
    <message>
        <source>What is the password of %1?</source>
        <translation>¿Cuál es la contraseña de %1?</translation>
    </message>
    <message>
        <source>%1 asks for something. These are its own words:</source>
        <translation>%1 pide algo. Estas son sus propias palabras:</translation>
    </message>
    <message>
        <source>What is the PIN of the hardware key %1?</source>
        <translation>¿Cuál es el PIN de la llave física %1?</translation>
    </message>
    <message>
        <source>Touch your hardware key to connect to %1.</source>
        <translation>Toque su llave física para conectarse a %1.</translation>
    </message>
    <message>
        <source>ssh wants to be sure before it connects to %1. These are its own words:</source>
        <translation>ssh quiere asegurarse antes de conectarse a %1. Estas son sus propias palabras:</translation>
    </message>
    <message>
        <source>ssh asks for something to connect to %1. These are its own words:</source>
        <translation>ssh pide algo para conectarse a %1. Estas son sus propias palabras:</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Frase de contraseña</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Answer</source>
        <comment>what is typed into a field</comment>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Its clock agrees with that of this computer.</source>
        <translation>Su reloj coincide con el de este equipo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln container(s) belong to no stack</source>
        <translation>
            <numerusform>%Ln contenedor no pertenece a ninguna pila</numerusform>
            <numerusform>%Ln contenedores no pertenecen a ninguna pila</numerusform>
        </translation>
    </message>
    <message>
        <source>Folder: %1</source>
        <translation>Carpeta: %1</translation>
    </message>
    <message>
        <source>Compose files: %1</source>
        <translation>Archivos de Compose: %1</translation>
    </message>
    <message>
        <source>Stack</source>
        <translation>Pila</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Servicios</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>none</source>
        <comment>services</comment>
        <translation>ninguno</translation>
    </message>
    <message>
        <source>%1 of %2 run</source>
        <comment>services</comment>
        <translation>%1 de %2 en marcha</translation>
    </message>
    <message>
        <source>Stack %1, %2</source>
        <translation>Pila %1, %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Servicio</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>Comprobación de salud</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Restarts</source>
        <translation>Reinicios</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Puertos</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciado</translation>
    </message>
    <message>
        <source>%1 (one-off)</source>
        <comment>service</comment>
        <translation>%1 (puntual)</translation>
    </message>
    <message>
        <source>It has no digest: it was never pulled from an image registry nor pushed to one. What runs is %1.</source>
        <translation>No tiene resumen: nunca se descargó de un repositorio de imágenes ni se subió a uno. Lo que está en marcha es %1.</translation>
    </message>
    <message>
        <source>Service %1, %2</source>
        <translation>Servicio %1, %2</translation>
    </message>
    <message>
        <source>Up for %1, load %2</source>
        <translation>Encendido desde hace %1, carga %2</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>conectando</translation>
    </message>
    <message>
        <source>loading</source>
        <comment>a server</comment>
        <translation>cargando</translation>
    </message>
    <message>
        <source>no Compose v2</source>
        <translation>sin Compose v2</translation>
    </message>
    <message>
        <source>no Docker</source>
        <translation>sin Docker</translation>
    </message>
    <message>
        <source>no access to Docker</source>
        <translation>sin acceso a Docker</translation>
    </message>
    <message>
        <source>Docker does not run</source>
        <translation>Docker no está en marcha</translation>
    </message>
    <message>
        <source>being deployed</source>
        <translation>desplegándose</translation>
    </message>
    <message>
        <source>not running</source>
        <comment>a stack</comment>
        <translation>parada</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Not connected: %1.</source>
        <translation>Sin conexión: %1.</translation>
    </message>
    <message>
        <source>Looking at the server…</source>
        <translation>Examinando el servidor…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its stacks is not well.</source>
        <translation>
            <numerusform>%Ln de sus pilas no está bien.</numerusform>
            <numerusform>%Ln de sus pilas no están bien.</numerusform>
        </translation>
    </message>
    <message>
        <source>It is reachable. It has no stacks.</source>
        <translation>Responde. No tiene pilas.</translation>
    </message>
    <message>
        <source>It is reachable.</source>
        <translation>Responde.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its services is not well.</source>
        <translation>
            <numerusform>%Ln de sus servicios no está bien.</numerusform>
            <numerusform>%Ln de sus servicios no están bien.</numerusform>
        </translation>
    </message>
    <message>
        <source>All of its services run.</source>
        <translation>Todos sus servicios están en marcha.</translation>
    </message>
    <message>
        <source>Nothing of it runs.</source>
        <translation>Nada suyo está en marcha.</translation>
    </message>
    <message>
        <source>the practice server: a folder of this computer</source>
        <translation>el servidor de práctica: una carpeta de este equipo</translation>
    </message>
</context>
<context>
    <name>SituationStrip</name>
    <message>
        <source>Retry deploy</source>
        <translation>Reintentar despliegue</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Show the machine</source>
        <translation>Ver la máquina</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Show the next thing that is wrong</source>
        <translation>Mostrar lo siguiente que va mal</translation>
    </message>
    <message>
        <source>Hide this until it happens again</source>
        <translation>Ocultar esto hasta que vuelva a pasar</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>Evidencia: %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>which of several things</comment>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>Revertir a v%1</translation>
    </message>
</context>
<context>
    <name>SpanInspector</name>
    <message>
        <source>Part of</source>
        <translation>Parte de</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Avisos</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Peticiones</translation>
    </message>
    <message>
        <source>Select a step to see when it ran, what it waited for and what it told.</source>
        <translation>Elija un paso para ver cuándo se ejecutó, a qué esperó y qué contó.</translation>
    </message>
    <message>
        <source>Show in the log</source>
        <translation>Mostrar en los registros</translation>
    </message>
    <message>
        <source>Log lines of this step</source>
        <translation>Líneas de registro de este paso</translation>
    </message>
    <message>
        <source>Details of the step</source>
        <translation>Detalles del paso</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>duration, the usual one</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Click to copy the request id.</source>
        <translation>Pulse para copiar el identificador de la petición.</translation>
    </message>
    <message>
        <source>Copy request id %1</source>
        <translation>Copiar el identificador de petición %1</translation>
    </message>
    <message>
        <source>Click to copy the request as a command of curl.</source>
        <translation>Pulse para copiar la petición como comando de curl.</translation>
    </message>
    <message>
        <source>Copy request %1 as curl</source>
        <translation>Copiar la petición %1 como curl</translation>
    </message>
</context>
<context>
    <name>SpanTable</name>
    <message>
        <source>Steps of the deployment</source>
        <translation>Pasos del despliegue</translation>
    </message>
</context>
<context>
    <name>SpanTableModel</name>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Carril</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Iniciado</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Duración</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Habitual</translation>
    </message>
    <message>
        <source>Waited</source>
        <extracomment>How much of the duration was waiting</extracomment>
        <translation>En espera</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Reason</source>
        <extracomment>Why it was skipped or failed, or what it last told</extracomment>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Intento</translation>
    </message>
</context>
<context>
    <name>SshQuestionDialog</name>
    <message>
        <source>It is: &amp;trust it</source>
        <translation>Sí lo es: &amp;confiar</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Sí</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Connect to %1</source>
        <translation>Conectar con %1</translation>
    </message>
    <message>
        <source>Fingerprint of its %1 key:</source>
        <translation>Huella de su clave %1:</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>Huella</translation>
    </message>
    <message>
        <source>In the words of ssh and of %1:</source>
        <translation>En palabras de ssh y de %1:</translation>
    </message>
    <message>
        <source>&amp;Show what is typed</source>
        <translation>&amp;Mostrar lo que se escribe</translation>
    </message>
    <message>
        <source>Do &amp;not connect</source>
        <translation>&amp;No conectar</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;No</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>StackFormDialog</name>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>Write atalaya.toml into %1</source>
        <translation>Escribir atalaya.toml en %1</translation>
    </message>
    <message>
        <source>Name of the &amp;stack:</source>
        <translation>Nombre de la &amp;pila:</translation>
    </message>
    <message>
        <source>Ser&amp;vers, in order:</source>
        <translation>Ser&amp;vidores, en orden:</translation>
    </message>
    <message>
        <source>names of your list, by commas</source>
        <translation>nombres de su lista, separados por comas</translation>
    </message>
    <message>
        <source>&amp;Directory there:</source>
        <translation>&amp;Directorio allí:</translation>
    </message>
    <message>
        <source>&amp;Compose files, in order:</source>
        <translation>Archivos de &amp;Compose, en orden:</translation>
    </message>
    <message>
        <source>&amp;File of variables:</source>
        <translation>Archivo de va&amp;riables:</translation>
    </message>
    <message>
        <source>Service that &amp;migrates:</source>
        <translation>Servicio que &amp;migra:</translation>
    </message>
    <message>
        <source>Command of the m&amp;igration:</source>
        <translation>Comando de la m&amp;igración:</translation>
    </message>
    <message>
        <source>run once before anything is recreated; none: empty</source>
        <translation>se ejecuta una vez antes de recrear nada; ninguno: vacío</translation>
    </message>
    <message>
        <source>Address to try after&amp;wards:</source>
        <translation>Dirección que se prueba despu&amp;és:</translation>
    </message>
    <message>
        <source>After a fail&amp;ure:</source>
        <translation>Tras un fa&amp;llo:</translation>
    </message>
    <message>
        <source>ask whether to roll back</source>
        <translation>preguntar si se revierte</translation>
    </message>
    <message>
        <source>roll back by itself</source>
        <translation>revertir sin preguntar</translation>
    </message>
    <message>
        <source>&amp;Production: its name is asked before a deploy</source>
        <translation>Pr&amp;oducción: se pide su nombre antes de desplegar</translation>
    </message>
    <message>
        <source>The file as it will be:</source>
        <translation>El archivo, tal como quedará:</translation>
    </message>
    <message>
        <source>The file as it will be</source>
        <translation>El archivo, tal como quedará</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Escribirlo</translation>
    </message>
    <message>
        <source>&amp;Backup before a migration:</source>
        <translation>Copia antes de mi&amp;grar:</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>Service of the database:</source>
        <translation>Servicio de la base de datos:</translation>
    </message>
    <message>
        <source>Database:</source>
        <translation>Base de datos:</translation>
    </message>
    <message>
        <source>User of the database:</source>
        <translation>Usuario de la base de datos:</translation>
    </message>
    <message>
        <source>Nothing is wrong with it.</source>
        <translation>No hay nada mal en él.</translation>
    </message>
    <message>
        <source>The folder has an atalaya.toml by now: it is left as it is.</source>
        <translation>La carpeta ya tiene un atalaya.toml: se deja como está.</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>No se puede escribir el archivo: %1</translation>
    </message>
    <message>
        <source>Change atalaya.toml in %1</source>
        <translation>Cambiar el atalaya.toml de %1</translation>
    </message>
    <message>
        <source>Address &amp;of its users:</source>
        <translation>Dirección de l&amp;os usuarios:</translation>
    </message>
    <message>
        <source>watched from here during a deploy; none: empty</source>
        <translation>se vigila desde aquí durante un despliegue; ninguna: vacío</translation>
    </message>
    <message>
        <source>a command of its own</source>
        <translation>un comando propio</translation>
    </message>
    <message>
        <source>The file cannot be changed in place: %1</source>
        <translation>No se puede cambiar el archivo tal como está escrito: %1</translation>
    </message>
    <message>
        <source>atalaya.toml was changed meanwhile: it is left as it is.</source>
        <translation>atalaya.toml cambió entretanto: se deja como está.</translation>
    </message>
</context>
<context>
    <name>StackLinkDialog</name>
    <message>
        <source>Link %1 to a folder</source>
        <translation>Vincular %1 a una carpeta</translation>
    </message>
    <message>
        <source>Choose the &amp;folder…</source>
        <translation>Elegir la car&amp;peta…</translation>
    </message>
    <message>
        <source>&amp;Write atalaya.toml…</source>
        <translation>&amp;Escribir atalaya.toml…</translation>
    </message>
    <message>
        <source>&amp;Unlink</source>
        <translation>&amp;Desvincular</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Vincular</translation>
    </message>
    <message>
        <source>What atalaya.toml says, and what is wrong with it</source>
        <translation>Lo que dice atalaya.toml, y lo que está mal en él</translation>
    </message>
    <message>
        <source>%1 is deployed with %2.</source>
        <translation>%1 se despliega con %2.</translation>
    </message>
    <message>
        <source>A stack is deployed from the folder of its project, as the atalaya.toml there says. %1 is not linked yet: it is only watched.</source>
        <translation>Una pila se despliega desde la carpeta de su proyecto, como dice el atalaya.toml que hay en ella. %1 aún no está vinculada: solo se vigila.</translation>
    </message>
    <message>
        <source>Folder of the project</source>
        <translation>Carpeta del proyecto</translation>
    </message>
    <message>
        <source>There is no atalaya.toml in %1. It can be written here, question by question.</source>
        <translation>No hay ningún atalaya.toml en %1. Se puede escribir aquí, pregunta a pregunta.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>No se puede leer %1: %2</translation>
    </message>
    <message>
        <source>Stack: %1</source>
        <translation>Pila: %1</translation>
    </message>
    <message>
        <source>Servers, in order: %1</source>
        <translation>Servidores, en orden: %1</translation>
    </message>
    <message>
        <source>Directory on the servers: %1</source>
        <translation>Directorio en los servidores: %1</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Línea %1: %2</translation>
    </message>
    <message>
        <source>What %1 says:</source>
        <translation>Lo que dice %1:</translation>
    </message>
    <message>
        <source>This file does not name the server %1: a deploy would not go there.</source>
        <translation>Este archivo no nombra el servidor %1: un despliegue no llegaría allí.</translation>
    </message>
    <message>
        <source>This file is about another stack: %1.</source>
        <translation>Este archivo trata de otra pila: %1.</translation>
    </message>
    <message>
        <source>Change ata&amp;laya.toml…</source>
        <translation>Cambiar ata&amp;laya.toml…</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Watch your deploys from here</source>
        <translation>Vigile sus despliegues desde aquí</translation>
    </message>
    <message>
        <source>Connect Fly.io…</source>
        <translation>Conectar Fly.io…</translation>
    </message>
    <message>
        <source>Log in with the browser, paste a token, or use one that is on this computer. What it may do is shown before it is kept.</source>
        <translation>Inicie sesión con el navegador, pegue un token o use uno que ya está en este equipo. Antes de guardarlo se muestra qué permite hacer.</translation>
    </message>
    <message>
        <source>Try it now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>A token is sent to Fly.io and nowhere else. It is kept in the keychain of this desktop or where you say, and never in a log.</source>
        <translation>Un token se envía a Fly.io y a ningún otro sitio. Se guarda en el llavero de este escritorio o donde usted diga, y nunca en un registro.</translation>
    </message>
    <message>
        <source>Opens the sandbox: apps that run on this computer only. It needs no account and no network, and nothing in it can break.</source>
        <translation>Abre el sandbox: aplicaciones que solo existen en este equipo. No necesita cuenta ni red, y nada de lo que hay en él se puede romper.</translation>
    </message>
    <message>
        <source>Atalaya deploys to Fly.io, shows every phase as it happens, says why it failed, and looks at what is really running afterwards. It watches your own servers and their compose stacks, too.</source>
        <translation>Atalaya despliega en Fly.io, muestra cada fase mientras ocurre, dice por qué falló y comprueba después qué está realmente en marcha. También vigila sus propios servidores y sus pilas de Compose.</translation>
    </message>
    <message>
        <source>Add a server…</source>
        <translation>Añadir un servidor…</translation>
    </message>
    <message>
        <source>One that you reach by SSH: an alias of ~/.ssh/config, or by hand. Your own ssh connects, with your keys; its containers and stacks appear in the fleet.</source>
        <translation>Uno al que se llega por SSH: un alias de ~/.ssh/config, o a mano. Se conecta su propio ssh, con sus claves; sus contenedores y pilas aparecen en la flota.</translation>
    </message>
</context>
<context>
    <name>StatePages</name>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar los detalles</translation>
    </message>
</context>
<context>
    <name>TargetHeader</name>
    <message numerus="yes">
        <source>%Ln machine(s)</source>
        <translation>
            <numerusform>%Ln máquina</numerusform>
            <numerusform>%Ln máquinas</numerusform>
        </translation>
    </message>
    <message>
        <source>v%1</source>
        <comment>release</comment>
        <translation>v%1</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>visto por última vez %1</translation>
    </message>
    <message>
        <source>Looking at the app…</source>
        <translation>Mirando la aplicación…</translation>
    </message>
    <message>
        <source>The app is %1. No deployment of it is on record here.</source>
        <translation>La aplicación está %1. Aquí no consta ningún despliegue suyo.</translation>
    </message>
    <message>
        <source>Deployment #%1 was interrupted.</source>
        <translation>El despliegue n.º %1 quedó interrumpido.</translation>
    </message>
    <message>
        <source>Deployment #%1 is run by %2.</source>
        <translation>El despliegue n.º %1 lo ejecuta %2.</translation>
    </message>
    <message>
        <source>%1 (Ctrl+Return)</source>
        <translation>%1 (Ctrl+Intro)</translation>
    </message>
    <message>
        <source>Copy as flyctl</source>
        <translation>Copiar como flyctl</translation>
    </message>
    <message>
        <source>This is production: ask for its name</source>
        <translation>Es producción: pedir su nombre</translation>
    </message>
    <message>
        <source>Deploy…</source>
        <translation>Desplegar…</translation>
    </message>
    <message>
        <source>Deploy another image…</source>
        <translation>Desplegar otra imagen…</translation>
    </message>
    <message>
        <source>Retry deploy</source>
        <translation>Reintentar despliegue</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>Revertir a v%1</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Ask it to cancel</source>
        <translation>Pedirle que cancele</translation>
    </message>
    <message>
        <source>Fly.io cannot be reached: nothing can be changed now.</source>
        <translation>No se puede acceder a Fly.io: ahora no se puede cambiar nada.</translation>
    </message>
    <message>
        <source>Nothing has been seen of this app yet.</source>
        <translation>Todavía no se ha visto nada de esta aplicación.</translation>
    </message>
    <message>
        <source>several releases</source>
        <translation>varias versiones publicadas</translation>
    </message>
    <message>
        <source>Roll back to another release…</source>
        <translation>Revertir a otra versión publicada…</translation>
    </message>
    <message>
        <source>The account is switched to read-only: nothing is changed with it.</source>
        <translation>La cuenta está en solo lectura: no se cambia nada con ella.</translation>
    </message>
    <message>
        <source>This is what was last known. Nothing can be changed until Fly.io has answered.</source>
        <translation>Esto es lo último que se supo. No se puede cambiar nada hasta que Fly.io responda.</translation>
    </message>
    <message>
        <source>State when it was last seen: %1. Fly.io has not answered yet.</source>
        <translation>Estado la última vez que se vio: %1. Fly.io todavía no ha respondido.</translation>
    </message>
    <message>
        <source>Its machines run several versions. No deployment of it is on record here.</source>
        <translation>Sus máquinas ejecutan versiones distintas. Aquí no consta ningún despliegue de ella.</translation>
    </message>
    <message numerus="yes">
        <source>What it left was changed since then: v%1 runs on %Ln machine(s) now.</source>
        <translation>
            <numerusform>Lo que dejó se cambió después: ahora v%1 se ejecuta en %Ln máquina.</numerusform>
            <numerusform>Lo que dejó se cambió después: ahora v%1 se ejecuta en %Ln máquinas.</numerusform>
        </translation>
    </message>
    <message>
        <source>on %1</source>
        <comment>a server</comment>
        <translation>en %1</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>visto %1</translation>
    </message>
    <message>
        <source>None of the servers of your list has this stack.</source>
        <translation>Ningún servidor de su lista tiene esta pila.</translation>
    </message>
    <message>
        <source>%1 No deployment of it is on record here.</source>
        <translation>%1 Aquí no consta ningún despliegue suyo.</translation>
    </message>
    <message>
        <source>The server is switched to read-only: nothing is changed on it.</source>
        <translation>El servidor está en modo de solo lectura: no se cambia nada en él.</translation>
    </message>
</context>
<context>
    <name>TargetPanel</name>
    <message>
        <source>Deployments</source>
        <translation>Despliegues</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Resumen</translation>
    </message>
    <message>
        <source>Views of the app</source>
        <translation>Vistas de la aplicación</translation>
    </message>
    <message>
        <source>Choose an app in the fleet.</source>
        <translation>Elija una aplicación de la flota.</translation>
    </message>
    <message>
        <source>Ctrl+1 goes there; typing narrows it.</source>
        <translation>Ctrl+1 lleva allí; al escribir se acota.</translation>
    </message>
    <message>
        <source>Deploy another image</source>
        <translation>Desplegar otra imagen</translation>
    </message>
    <message>
        <source>Reference of an image that the registry has:</source>
        <translation>Referencia de una imagen que esté en el repositorio de imágenes:</translation>
    </message>
    <message>
        <source>Cancel the deployment</source>
        <translation>Cancelar el despliegue</translation>
    </message>
    <message>
        <source>Ask %1 to cancel this deployment?</source>
        <translation>¿Pedir a %1 que cancele este despliegue?</translation>
    </message>
    <message>
        <source>Cancel this deployment?</source>
        <translation>¿Cancelar este despliegue?</translation>
    </message>
    <message>
        <source>What is being changed is finished, leases are released, and what was and was not changed is told. Machines that are updated already stay as they are.</source>
        <translation>Se termina lo que se está cambiando, se liberan las reservas y se dice qué cambió y qué no. Las máquinas ya actualizadas se quedan como están.</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Dejarlo seguir</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Cancelarlo</translation>
    </message>
    <message>
        <source>Roll back to another release</source>
        <translation>Revertir a otra versión publicada</translation>
    </message>
    <message>
        <source>Number of the release, as in v41:</source>
        <translation>Número de la versión publicada, por ejemplo v41:</translation>
    </message>
    <message>
        <source>“%1” is not the number of a release.</source>
        <translation>«%1» no es el número de una versión publicada.</translation>
    </message>
    <message>
        <source>Views of the stack</source>
        <translation>Vistas de la pila</translation>
    </message>
    <message>
        <source>The step that runs on the servers is finished; then it is undone or asked about, as atalaya.toml says. What was and was not changed is told.</source>
        <translation>El paso que se ejecuta en los servidores termina; después se revierte o se pregunta, según diga atalaya.toml. Se informa de lo que cambió y de lo que no.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>failed after %1</source>
        <translation>falló a los %1</translation>
    </message>
    <message>
        <source>stopped after %1</source>
        <translation>detenido a los %1</translation>
    </message>
    <message>
        <source>unknown after %1</source>
        <translation>desconocido a los %1</translation>
    </message>
    <message>
        <source>failed after %1 (usually %2)</source>
        <translation>falló a los %1 (normalmente %2)</translation>
    </message>
    <message>
        <source>%1 (usually %2)</source>
        <translation>%1 (normalmente %2)</translation>
    </message>
    <message>
        <source>%1 of usually %2</source>
        <translation>%1 de los %2 habituales</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translation>normalmente %1</translation>
    </message>
    <message>
        <source>%1 It took %2.</source>
        <comment>how it ended (a sentence), how long it took</comment>
        <translation>%1 Duró %2.</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>no se llegó</translation>
    </message>
    <message>
        <source>Attempt %1: %2</source>
        <comment>number, kind</comment>
        <translation>Intento %1: %2</translation>
    </message>
    <message>
        <source>%1/%2</source>
        <comment>machines done of all</comment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>expected %1</source>
        <comment>end of the deployment, at the time axis</comment>
        <translation>previsto %1</translation>
    </message>
    <message>
        <source>%1, skipped: %2</source>
        <comment>a step, why</comment>
        <translation>%1, omitido: %2</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>a step, its duration, its state</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>build stage %1, %2, %3, %4</source>
        <comment>lane, step, duration, state</comment>
        <translation>etapa de construcción %1, %2, %3, %4</translation>
    </message>
    <message>
        <source>machine %1, %2, %3, %4</source>
        <comment>lane, step, duration, state</comment>
        <translation>máquina %1, %2, %3, %4</translation>
    </message>
    <message>
        <source>expected at %1</source>
        <comment>a step that has not begun</comment>
        <translation>previsto en %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times of the day</comment>
        <translation>de %1 a %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>time of the day</comment>
        <translation>desde las %1</translation>
    </message>
    <message>
        <source>usually %1, seldom more than %2</source>
        <translation>normalmente %1, rara vez más de %2</translation>
    </message>
    <message>
        <source>request %1</source>
        <translation>petición %1</translation>
    </message>
    <message>
        <source>interrupted after %1</source>
        <translation>interrumpido a los %1</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>service or server, step, duration, state</comment>
        <translation>%1: %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>TokenKeepingPage</name>
    <message>
        <source>It opens with your session; nothing else has to be typed.</source>
        <translation>Se abre con su sesión; no hay que escribir nada más.</translation>
    </message>
    <message>
        <source>It is locked: the desktop asks for its password.</source>
        <translation>Está bloqueado: el escritorio pide su contraseña.</translation>
    </message>
    <message>
        <source>This desktop has none that can be used now. Choose one of the others.</source>
        <translation>Este escritorio no tiene ninguno que se pueda usar ahora. Elija otra opción.</translation>
    </message>
    <message>
        <source>&amp;Name of the account here:</source>
        <translation>&amp;Nombre de la cuenta aquí:</translation>
    </message>
    <message>
        <source>Name of the account</source>
        <translation>Nombre de la cuenta</translation>
    </message>
    <message>
        <source>&amp;Read only</source>
        <translation>&amp;Solo lectura</translation>
    </message>
    <message>
        <source>Every write with this account is refused before it leaves. It can be switched later.</source>
        <translation>Toda escritura con esta cuenta se rechaza antes de salir. Se puede cambiar más adelante.</translation>
    </message>
    <message>
        <source>Where the token is kept:</source>
        <translation>Dónde se guarda el token:</translation>
    </message>
    <message>
        <source>In the &amp;keychain of this desktop</source>
        <translation>En el &amp;llavero de este escritorio</translation>
    </message>
    <message>
        <source>In the encrypted &amp;file that is there</source>
        <translation>En el &amp;archivo cifrado que ya existe</translation>
    </message>
    <message>
        <source>In an encrypted &amp;file that a password opens</source>
        <translation>En un &amp;archivo cifrado que se abre con una contraseña</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>Su contraseña</translation>
    </message>
    <message numerus="yes">
        <source>Password, %Ln character(s) or more</source>
        <translation>
            <numerusform>Contraseña, %Ln carácter o más</numerusform>
            <numerusform>Contraseña, %Ln caracteres o más</numerusform>
        </translation>
    </message>
    <message>
        <source>Password of the encrypted file</source>
        <translation>Contraseña del archivo cifrado</translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>La contraseña otra vez</translation>
    </message>
    <message>
        <source>Password of the encrypted file, again</source>
        <translation>Contraseña del archivo cifrado, otra vez</translation>
    </message>
    <message>
        <source>For this &amp;session only: it is forgotten when the window closes</source>
        <translation>Solo para esta se&amp;sión: se olvida al cerrar la ventana</translation>
    </message>
</context>
<context>
    <name>TokenSourcePage</name>
    <message>
        <source>Log in with the &amp;browser</source>
        <translation>Iniciar sesión con el &amp;navegador</translation>
    </message>
    <message>
        <source>A page of Fly.io opens. The token that it gives may do everything that you may do.</source>
        <translation>Se abre una página de Fly.io. El token que entrega permite hacer todo lo que usted puede hacer.</translation>
    </message>
    <message>
        <source>&amp;Paste a token</source>
        <translation>&amp;Pegar un token</translation>
    </message>
    <message>
        <source>FlyV1 fm2_…</source>
        <translation>FlyV1 fm2_…</translation>
    </message>
    <message>
        <source>Token of Fly.io</source>
        <translation>Token de Fly.io</translation>
    </message>
    <message>
        <source>One with limits is made by “%1” for an organisation, or “%2” for one app.</source>
        <translation>Uno con límites se crea con «%1» para una organización o con «%2» para una sola aplicación.</translation>
    </message>
    <message>
        <source>A token that another program has on this computer is read each time it is needed, and is not copied.</source>
        <translation>Un token que otro programa tiene en este equipo se lee cada vez que hace falta y no se copia.</translation>
    </message>
    <message>
        <source>The one in the variable %1</source>
        <translation>El de la variable %1</translation>
    </message>
    <message>
        <source>The one that flyctl uses</source>
        <translation>El que usa flyctl</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Menu (%1)</source>
        <translation>Menú (%1)</translation>
    </message>
    <message>
        <source>Ctrl+K  search or run a command</source>
        <translation>Ctrl+K  buscar o ejecutar un comando</translation>
    </message>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar o ejecutar un comando</translation>
    </message>
    <message>
        <source>Search or run a command (Ctrl+K)</source>
        <translation>Buscar o ejecutar un comando (Ctrl+K)</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>sandbox</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>no account</source>
        <translation>sin cuenta</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s)</source>
        <translation>
            <numerusform>%Ln cuenta</numerusform>
            <numerusform>%Ln cuentas</numerusform>
        </translation>
    </message>
    <message>
        <source>Account state: %1</source>
        <translation>Estado de la cuenta: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln server(s)</source>
        <translation>
            <numerusform>%Ln servidor</numerusform>
            <numerusform>%Ln servidores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrustDialog</name>
    <message>
        <source>What %1 runs on your servers</source>
        <translation>Lo que %1 ejecuta en sus servidores</translation>
    </message>
    <message>
        <source>What is different:</source>
        <translation>Lo que es distinto:</translation>
    </message>
    <message>
        <source>All that it runs:</source>
        <translation>Todo lo que ejecuta:</translation>
    </message>
    <message>
        <source>Commands that are different</source>
        <translation>Comandos que son distintos</translation>
    </message>
    <message>
        <source>Commands of the project</source>
        <translation>Comandos del proyecto</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Change</source>
        <comment>a difference</comment>
        <translation>Cambio</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>They run on your servers as the user that ssh connects as. Whenever one of them changes, this is asked again.</source>
        <translation>Se ejecutan en sus servidores con el usuario con el que se conecta ssh. Cuando uno de ellos cambia, se vuelve a preguntar.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>&amp;Trust them</source>
        <translation>&amp;Confiar en ellos</translation>
    </message>
    <message>
        <source>Trust them</source>
        <translation>Confiar en ellos</translation>
    </message>
    <message>
        <source>It runs no command of its own: only docker compose, with its files.</source>
        <translation>No ejecuta ninguna orden propia: solo docker compose, con sus archivos.</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>Search or run a command</source>
        <translation>Buscar o ejecutar un comando</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menú</translation>
    </message>
    <message>
        <source>Go to the fleet</source>
        <translation>Ir a la flota</translation>
    </message>
    <message>
        <source>Filter the fleet</source>
        <translation>Filtrar la flota</translation>
    </message>
    <message>
        <source>Look at everything again</source>
        <translation>Volver a mirarlo todo</translation>
    </message>
    <message>
        <source>Go to the deployments</source>
        <translation>Ir a los despliegues</translation>
    </message>
    <message>
        <source>Go to the chart</source>
        <translation>Ir al gráfico</translation>
    </message>
    <message>
        <source>Go to the log</source>
        <translation>Ir a los registros</translation>
    </message>
    <message>
        <source>Go to the overview</source>
        <translation>Ir al resumen</translation>
    </message>
    <message>
        <source>Show or hide earlier activity</source>
        <translation>Mostrar u ocultar la actividad anterior</translation>
    </message>
    <message>
        <source>Find in the log</source>
        <translation>Buscar en los registros</translation>
    </message>
    <message>
        <source>Switch between chart and table</source>
        <translation>Cambiar entre gráfico y tabla</translation>
    </message>
    <message>
        <source>Fit the whole deployment</source>
        <translation>Ajustar al despliegue entero</translation>
    </message>
    <message>
        <source>Save the chart as a picture…</source>
        <translation>Guardar el gráfico como imagen…</translation>
    </message>
    <message>
        <source>Copy as flyctl</source>
        <translation>Copiar como flyctl</translation>
    </message>
    <message>
        <source>Deploy…</source>
        <translation>Desplegar…</translation>
    </message>
    <message>
        <source>Deploy another image…</source>
        <translation>Desplegar otra imagen…</translation>
    </message>
    <message>
        <source>Retry deploy</source>
        <translation>Reintentar despliegue</translation>
    </message>
    <message>
        <source>Resume the deployment</source>
        <translation>Reanudar el despliegue</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Revertir</translation>
    </message>
    <message>
        <source>Cancel the deployment</source>
        <translation>Cancelar el despliegue</translation>
    </message>
    <message>
        <source>Ask the other program to cancel</source>
        <translation>Pedir al otro programa que cancele</translation>
    </message>
    <message>
        <source>Do what is sensible now</source>
        <translation>Hacer lo que toca ahora</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>Switch between English and Spanish</source>
        <translation>Cambiar entre inglés y español</translation>
    </message>
    <message>
        <source>Light or dark as the desktop</source>
        <translation>Claro u oscuro, como el escritorio</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>Cambiar entre claro y oscuro</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Menos movimiento</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Roll back to another release…</source>
        <translation>Revertir a otra versión publicada…</translation>
    </message>
    <message>
        <source>Decide what to do about the deployment</source>
        <translation>Decidir qué hacer con el despliegue</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>The machine was stopped: out of memory</source>
        <translation>La máquina se detuvo: sin memoria</translation>
    </message>
    <message>
        <source>The machine was ended by signal %1</source>
        <translation>La máquina terminó por la señal %1</translation>
    </message>
    <message>
        <source>The machine exited with code %1</source>
        <translation>La máquina salió con el código %1</translation>
    </message>
    <message>
        <source>pre-deploy checks</source>
        <translation>revisión previa</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>copia de seguridad</translation>
    </message>
    <message>
        <source>build</source>
        <translation>construcción</translation>
    </message>
    <message>
        <source>push</source>
        <translation>envío de la imagen</translation>
    </message>
    <message>
        <source>upload</source>
        <translation>subida</translation>
    </message>
    <message>
        <source>release command</source>
        <translation>comando de publicación</translation>
    </message>
    <message>
        <source>update</source>
        <translation>actualización</translation>
    </message>
    <message>
        <source>verify</source>
        <translation>verificación</translation>
    </message>
    <message>
        <source>clean-up</source>
        <translation>limpieza</translation>
    </message>
    <message>
        <source>Look at what runs now</source>
        <translation>Mirar lo que se ejecuta ahora</translation>
    </message>
    <message>
        <source>Check the plan</source>
        <translation>Comprobar el plan</translation>
    </message>
    <message>
        <source>Find the image</source>
        <translation>Buscar la imagen</translation>
    </message>
    <message>
        <source>Build the image</source>
        <translation>Construir la imagen</translation>
    </message>
    <message>
        <source>Build stage</source>
        <translation>Etapa de construcción</translation>
    </message>
    <message>
        <source>Push the image</source>
        <translation>Enviar la imagen</translation>
    </message>
    <message>
        <source>Create the release</source>
        <translation>Crear la versión publicada</translation>
    </message>
    <message>
        <source>Acquire leases</source>
        <translation>Reservar las máquinas</translation>
    </message>
    <message>
        <source>Acquire lease</source>
        <translation>Reservar la máquina</translation>
    </message>
    <message>
        <source>Release command</source>
        <translation>Comando de publicación</translation>
    </message>
    <message>
        <source>Prepare its machine</source>
        <translation>Preparar su máquina</translation>
    </message>
    <message>
        <source>Run the command</source>
        <translation>Ejecutar el comando</translation>
    </message>
    <message>
        <source>Update machine</source>
        <translation>Actualizar la máquina</translation>
    </message>
    <message>
        <source>Look at what runs afterwards</source>
        <translation>Mirar lo que se ejecuta después</translation>
    </message>
    <message>
        <source>Release leases</source>
        <translation>Liberar las reservas</translation>
    </message>
    <message>
        <source>Close the release</source>
        <translation>Cerrar la versión publicada</translation>
    </message>
    <message>
        <source>Remove the release command&apos;s machine</source>
        <translation>Quitar la máquina del comando de publicación</translation>
    </message>
    <message>
        <source>Update machine %1</source>
        <translation>Actualizar la máquina %1</translation>
    </message>
    <message>
        <source>survey</source>
        <extracomment>Short, inside a bar of the chart: looking at what runs now</extracomment>
        <translation>examen</translation>
    </message>
    <message>
        <source>plan</source>
        <extracomment>Short, inside a bar of the chart: checking the plan</extracomment>
        <translation>plan</translation>
    </message>
    <message>
        <source>image</source>
        <extracomment>Short, inside a bar of the chart: finding the image</extracomment>
        <translation>imagen</translation>
    </message>
    <message>
        <source>release</source>
        <extracomment>Short, inside a bar of the chart: the release is created or closed</extracomment>
        <translation>versión</translation>
    </message>
    <message>
        <source>lease</source>
        <extracomment>Short, inside a bar of the chart: a machine&apos;s lease is acquired</extracomment>
        <translation>reserva</translation>
    </message>
    <message>
        <source>leases</source>
        <extracomment>Short, inside a bar of the chart: leases are acquired or released</extracomment>
        <translation>reservas</translation>
    </message>
    <message>
        <source>run</source>
        <extracomment>Short, inside a bar of the chart: the release command runs</extracomment>
        <translation>ejecución</translation>
    </message>
    <message>
        <source>prepare</source>
        <extracomment>Short, inside a bar of the chart: the release command&apos;s machine is made ready</extracomment>
        <translation>preparación</translation>
    </message>
    <message>
        <source>remove</source>
        <extracomment>Short, inside a bar of the chart: the release command&apos;s machine is removed</extracomment>
        <translation>retirada</translation>
    </message>
    <message>
        <source>work</source>
        <translation>trabajo</translation>
    </message>
    <message>
        <source>wait for lease</source>
        <translation>espera la reserva</translation>
    </message>
    <message>
        <source>wait for API budget</source>
        <translation>espera cupo de la API</translation>
    </message>
    <message>
        <source>wait for its turn</source>
        <translation>espera su turno</translation>
    </message>
    <message>
        <source>pull</source>
        <translation>descarga</translation>
    </message>
    <message>
        <source>start</source>
        <translation>arranque</translation>
    </message>
    <message>
        <source>grace</source>
        <translation>gracia</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>comprobaciones</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>cambio</translation>
    </message>
    <message>
        <source>drain</source>
        <translation>vaciado</translation>
    </message>
    <message>
        <source>running</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>correcto</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallido</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenido</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitido</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpido</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>desconocido</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>aviso</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>revertido</translation>
    </message>
    <message>
        <source>%1 holds the lease until %2</source>
        <translation>%1 tiene la reserva hasta las %2</translation>
    </message>
    <message>
        <source>Waits %1 for the API budget</source>
        <translation>Espera %1 por el cupo de la API</translation>
    </message>
    <message>
        <source>%1 of %2 health checks pass</source>
        <translation>Pasan %1 de %2 comprobaciones de salud</translation>
    </message>
    <message>
        <source>Health check %1 says: %2</source>
        <translation>La comprobación de salud %1 dice: %2</translation>
    </message>
    <message>
        <source>The machine is %1</source>
        <translation>La máquina está %1</translation>
    </message>
    <message>
        <source>Tried again after: %1</source>
        <translation>Reintentado después de: %1</translation>
    </message>
    <message>
        <source>The command runs on machine %1</source>
        <translation>El comando se ejecuta en la máquina %1</translation>
    </message>
    <message>
        <source>Found and taken over: %1</source>
        <translation>Encontrado y retomado: %1</translation>
    </message>
    <message>
        <source>reused %1</source>
        <translation>se reutiliza %1</translation>
    </message>
    <message>
        <source>already right</source>
        <translation>ya está bien</translation>
    </message>
    <message>
        <source>succeeded before</source>
        <translation>ya terminó bien antes</translation>
    </message>
    <message>
        <source>succeeded on %1</source>
        <translation>terminó bien el %1</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>no hay</translation>
    </message>
    <message>
        <source>stays %1</source>
        <translation>se queda %1</translation>
    </message>
    <message>
        <source>goes on with v%1</source>
        <translation>sigue con v%1</translation>
    </message>
    <message>
        <source>its server cannot be reached</source>
        <translation>no se puede acceder a su servidor</translation>
    </message>
    <message>
        <source>only labels differ</source>
        <translation>solo difieren las etiquetas</translation>
    </message>
    <message>
        <source>not known whether it ended</source>
        <translation>no se sabe si terminó</translation>
    </message>
    <message>
        <source>created</source>
        <comment>machine</comment>
        <translation>creada</translation>
    </message>
    <message>
        <source>being created</source>
        <comment>machine</comment>
        <translation>creándose</translation>
    </message>
    <message>
        <source>starting</source>
        <comment>machine</comment>
        <translation>arrancando</translation>
    </message>
    <message>
        <source>started</source>
        <comment>machine</comment>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>stopping</source>
        <comment>machine</comment>
        <translation>deteniéndose</translation>
    </message>
    <message>
        <source>stopped</source>
        <comment>machine</comment>
        <translation>detenida</translation>
    </message>
    <message>
        <source>restarting</source>
        <comment>machine</comment>
        <translation>reiniciándose</translation>
    </message>
    <message>
        <source>being suspended</source>
        <comment>machine</comment>
        <translation>suspendiéndose</translation>
    </message>
    <message>
        <source>suspended</source>
        <comment>machine</comment>
        <translation>suspendida</translation>
    </message>
    <message>
        <source>being updated</source>
        <comment>machine</comment>
        <translation>actualizándose</translation>
    </message>
    <message>
        <source>being replaced</source>
        <comment>machine</comment>
        <translation>sustituyéndose</translation>
    </message>
    <message>
        <source>replaced</source>
        <comment>machine</comment>
        <translation>sustituida</translation>
    </message>
    <message>
        <source>moved to another host</source>
        <comment>machine</comment>
        <translation>trasladada a otro equipo</translation>
    </message>
    <message>
        <source>not launched</source>
        <comment>machine</comment>
        <translation>no lanzada</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>machine</comment>
        <translation>fallida</translation>
    </message>
    <message>
        <source>being destroyed</source>
        <comment>machine</comment>
        <translation>destruyéndose</translation>
    </message>
    <message>
        <source>destroyed</source>
        <comment>machine</comment>
        <translation>destruida</translation>
    </message>
    <message>
        <source>in an unknown state</source>
        <comment>machine</comment>
        <translation>en un estado desconocido</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>sana</translation>
    </message>
    <message>
        <source>in progress</source>
        <extracomment>An app on which a deployment runs, or a machine that is changing</extracomment>
        <translation>en curso</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>degradada</translation>
    </message>
    <message>
        <source>Too many requests for Fly.io&apos;s limit. It may go on in %1.</source>
        <translation>Demasiadas peticiones para el límite de Fly.io. Se puede seguir en %1.</translation>
    </message>
    <message>
        <source>Too many requests for Fly.io&apos;s limit. It may go on in a moment.</source>
        <translation>Demasiadas peticiones para el límite de Fly.io. Se puede seguir en un momento.</translation>
    </message>
    <message>
        <source>The region has no room for the machine now. Try again later, or in another region.</source>
        <translation>Ahora la región no tiene sitio para la máquina. Inténtelo más tarde o en otra región.</translation>
    </message>
    <message>
        <source>Fly.io refused the request. Sending it again changes nothing.</source>
        <translation>Fly.io rechazó la petición. Volver a enviarla no cambia nada.</translation>
    </message>
    <message>
        <source>Fly.io refused the request: %1</source>
        <translation>Fly.io rechazó la petición: %1</translation>
    </message>
    <message>
        <source>It was stopped before an answer came. What it did is not known until it is looked at.</source>
        <translation>Se detuvo antes de que llegara una respuesta. No se sabe qué hizo hasta que se mire.</translation>
    </message>
    <message>
        <source>No answer came in time.</source>
        <translation>No llegó respuesta a tiempo.</translation>
    </message>
    <message>
        <source>It took too long: %1</source>
        <translation>Tardó demasiado: %1</translation>
    </message>
    <message>
        <source>No connection to Fly.io. Check the network; it is tried again by itself.</source>
        <translation>Sin conexión con Fly.io. Revise la red; se vuelve a intentar solo.</translation>
    </message>
    <message>
        <source>The token is missing, wrong or expired. Give a new one for this account.</source>
        <translation>El token falta, es incorrecto o ha caducado. Dé uno nuevo para esta cuenta.</translation>
    </message>
    <message>
        <source>The token is good, but does not allow this. Use one with wider rights.</source>
        <translation>El token es válido, pero no permite esto. Use uno con más permisos.</translation>
    </message>
    <message>
        <source>It does not exist there any more. Somebody may have removed it.</source>
        <translation>Ya no existe allí. Puede que alguien lo haya quitado.</translation>
    </message>
    <message>
        <source>Somebody else holds the lease. Wait until it ends.</source>
        <translation>Otra persona tiene la reserva. Espere a que termine.</translation>
    </message>
    <message>
        <source>Somebody else is working on it: %1</source>
        <translation>Otra persona está trabajando en ello: %1</translation>
    </message>
    <message>
        <source>It has changed since it was looked at. Look again, then repeat.</source>
        <translation>Ha cambiado desde que se miró. Vuelva a mirar y repita.</translation>
    </message>
    <message>
        <source>Fly.io has trouble of its own now. Try again in a moment.</source>
        <translation>Fly.io tiene problemas ahora. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>The answer could not be understood: %1</source>
        <translation>No se pudo entender la respuesta: %1</translation>
    </message>
    <message>
        <source>It ended with a failure: %1</source>
        <translation>Terminó con un fallo: %1</translation>
    </message>
    <message>
        <source>The journal could not be written or read: %1</source>
        <translation>No se pudo escribir o leer el diario: %1</translation>
    </message>
    <message>
        <source>The disk is full. Make room; a deploy does not start without its journal.</source>
        <translation>El disco está lleno. Haga sitio; un despliegue no empieza sin su diario.</translation>
    </message>
    <message>
        <source>There is a mistake in the input: %1</source>
        <translation>Hay un error en los datos: %1</translation>
    </message>
    <message>
        <source>A mistake of this program: %1</source>
        <translation>Un error de este programa: %1</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>sin respuesta a tiempo</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>sin conexión</translation>
    </message>
    <message>
        <source>token missing or expired</source>
        <translation>token ausente o caducado</translation>
    </message>
    <message>
        <source>token not allowed to do this</source>
        <translation>el token no permite esto</translation>
    </message>
    <message>
        <source>not found</source>
        <translation>no encontrado</translation>
    </message>
    <message>
        <source>held by somebody else</source>
        <translation>en manos de otra persona</translation>
    </message>
    <message>
        <source>changed meanwhile</source>
        <translation>cambió mientras tanto</translation>
    </message>
    <message>
        <source>API budget used up</source>
        <translation>cupo de la API agotado</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>rechazado</translation>
    </message>
    <message>
        <source>Fly.io has trouble</source>
        <translation>Fly.io tiene problemas</translation>
    </message>
    <message>
        <source>answer not understood</source>
        <translation>respuesta no entendida</translation>
    </message>
    <message>
        <source>ended with a failure</source>
        <translation>terminó con un fallo</translation>
    </message>
    <message>
        <source>journal not usable</source>
        <translation>diario inutilizable</translation>
    </message>
    <message>
        <source>disk full</source>
        <translation>disco lleno</translation>
    </message>
    <message>
        <source>mistake in the input</source>
        <translation>error en los datos</translation>
    </message>
    <message>
        <source>a mistake of this program</source>
        <translation>un error de este programa</translation>
    </message>
    <message>
        <source>Leave machine %1: %2</source>
        <translation>Dejar la máquina %1: %2</translation>
    </message>
    <message>
        <source>No release command %1: %2</source>
        <translation>Sin comando de publicación %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step and why it is skipped</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Update machine %1 in %2 and leave it %3</source>
        <translation>Actualizar la máquina %1 en %2 y dejarla %3</translation>
    </message>
    <message>
        <source>Set the labels of machine %1 in %2; it is not restarted</source>
        <translation>Poner las etiquetas de la máquina %1 en %2; no se reinicia</translation>
    </message>
    <message>
        <source>Update machine %1 in %2</source>
        <translation>Actualizar la máquina %1 en %2</translation>
    </message>
    <message>
        <source>Reuse image %1; nothing is built</source>
        <translation>Reutilizar la imagen %1; no se construye nada</translation>
    </message>
    <message>
        <source>Go on with release v%1</source>
        <translation>Seguir con la versión publicada v%1</translation>
    </message>
    <message>
        <source>Find image %1</source>
        <translation>Buscar la imagen %1</translation>
    </message>
    <message numerus="yes">
        <source>Take the lease of %Ln machine(s)</source>
        <translation>
            <numerusform>Reservar %Ln máquina</numerusform>
            <numerusform>Reservar %Ln máquinas</numerusform>
        </translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Ejecutar %1</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>se actualiza</translation>
    </message>
    <message>
        <source>updated, stays %1</source>
        <translation>se actualiza, se queda %1</translation>
    </message>
    <message>
        <source>only labels, not restarted</source>
        <translation>solo etiquetas, no se reinicia</translation>
    </message>
    <message>
        <source>already right, not touched</source>
        <translation>ya está bien, no se toca</translation>
    </message>
    <message>
        <source>There is one machine only: users notice while it is replaced.</source>
        <translation>Solo hay una máquina: los usuarios lo notan mientras se sustituye.</translation>
    </message>
    <message>
        <source>There are no health checks: a machine counts as good once it has started.</source>
        <translation>No hay comprobaciones de salud: una máquina se da por buena en cuanto arranca.</translation>
    </message>
    <message>
        <source>Machine %1 is held by %2 until %3. The deploy waits for it.</source>
        <translation>%2 tiene reservada la máquina %1 hasta las %3. El despliegue la espera.</translation>
    </message>
    <message>
        <source>Not healthy before the deploy: %1.</source>
        <translation>No están sanas antes del despliegue: %1.</translation>
    </message>
    <message>
        <source>fly.toml has changed since the recorded attempt. The recorded one is used.</source>
        <translation>fly.toml ha cambiado desde el intento registrado. Se usa el registrado.</translation>
    </message>
    <message>
        <source>The computer under machine %1 cannot be reached; it is left as it is.</source>
        <translation>No se puede acceder al equipo de la máquina %1; se deja como está.</translation>
    </message>
    <message>
        <source>The machines run different versions now: %1.</source>
        <translation>Las máquinas ejecutan ahora versiones distintas: %1.</translation>
    </message>
    <message>
        <source>Secrets have changed since the last attempt; the machines get the new ones.</source>
        <translation>Los secretos han cambiado desde el último intento; las máquinas reciben los nuevos.</translation>
    </message>
    <message>
        <source>No interruption: machines are updated one after another, the others serve.</source>
        <translation>Sin interrupción: las máquinas se actualizan una tras otra y las demás atienden.</translation>
    </message>
    <message>
        <source>A brief interruption is possible.</source>
        <translation>Es posible una interrupción breve.</translation>
    </message>
    <message>
        <source>The app is down while its only machine is replaced.</source>
        <translation>La aplicación está caída mientras se sustituye su única máquina.</translation>
    </message>
    <message>
        <source>The app is down for a part of the deploy.</source>
        <translation>La aplicación está caída durante parte del despliegue.</translation>
    </message>
    <message>
        <source>Deploy</source>
        <translation>Despliegue</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintento</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudación</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>Reversión</translation>
    </message>
    <message>
        <source>pending</source>
        <comment>release</comment>
        <translation>pendiente</translation>
    </message>
    <message>
        <source>running</source>
        <comment>release</comment>
        <translation>en curso</translation>
    </message>
    <message>
        <source>complete</source>
        <comment>release</comment>
        <translation>completa</translation>
    </message>
    <message>
        <source>failed</source>
        <comment>release</comment>
        <translation>fallida</translation>
    </message>
    <message>
        <source>interrupted</source>
        <comment>release</comment>
        <translation>interrumpida</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>release</comment>
        <translation>desconocida</translation>
    </message>
    <message>
        <source>the new version</source>
        <translation>la versión nueva</translation>
    </message>
    <message>
        <source>the old version</source>
        <translation>la versión anterior</translation>
    </message>
    <message numerus="yes">
        <source>All is well: %Ln machine(s) on %1 and healthy.</source>
        <translation>
            <numerusform>Todo bien: %Ln máquina en %1 y sana.</numerusform>
            <numerusform>Todo bien: %Ln máquinas en %1 y sanas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported a failure, but %Ln machine(s), all there are, run %1.</source>
        <translation>
            <numerusform>La ejecución informó de un fallo, pero %Ln máquina, la única que hay, ejecuta %1.</numerusform>
            <numerusform>La ejecución informó de un fallo, pero %Ln máquinas, todas las que hay, ejecutan %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped too late: %Ln machine(s), all there are, run %1.</source>
        <translation>
            <numerusform>Se detuvo demasiado tarde: %Ln máquina, la única que hay, ejecuta %1.</numerusform>
            <numerusform>Se detuvo demasiado tarde: %Ln máquinas, todas las que hay, ejecutan %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run was interrupted, but %Ln machine(s), all there are, run %1.</source>
        <translation>
            <numerusform>La ejecución se interrumpió, pero %Ln máquina, la única que hay, ejecuta %1.</numerusform>
            <numerusform>La ejecución se interrumpió, pero %Ln máquinas, todas las que hay, ejecutan %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rolled back: %Ln machine(s) on %1 and healthy.</source>
        <translation>
            <numerusform>Revertido: %Ln máquina en %1 y sana.</numerusform>
            <numerusform>Revertido: %Ln máquinas en %1 y sanas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but %Ln machine(s), all there are, still run %1.</source>
        <translation>
            <numerusform>La ejecución informó de éxito, pero %Ln máquina, la única que hay, sigue en %1.</numerusform>
            <numerusform>La ejecución informó de éxito, pero %Ln máquinas, todas las que hay, siguen en %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed before any machine changed: %1 still serves on %Ln machine(s).</source>
        <translation>
            <numerusform>Falló antes de cambiar ninguna máquina: %1 sigue atendiendo en %Ln máquina.</numerusform>
            <numerusform>Falló antes de cambiar ninguna máquina: %1 sigue atendiendo en %Ln máquinas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped before any machine changed: %1 still serves on %Ln machine(s).</source>
        <translation>
            <numerusform>Se detuvo antes de cambiar ninguna máquina: %1 sigue atendiendo en %Ln máquina.</numerusform>
            <numerusform>Se detuvo antes de cambiar ninguna máquina: %1 sigue atendiendo en %Ln máquinas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was interrupted before any machine changed: %1 still serves on %Ln machine(s).</source>
        <translation>
            <numerusform>Se interrumpió antes de cambiar ninguna máquina: %1 sigue atendiendo en %Ln máquina.</numerusform>
            <numerusform>Se interrumpió antes de cambiar ninguna máquina: %1 sigue atendiendo en %Ln máquinas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rolled back: %1 serves again on %Ln machine(s).</source>
        <translation>
            <numerusform>Revertido: %1 vuelve a atender en %Ln máquina.</numerusform>
            <numerusform>Revertido: %1 vuelve a atender en %Ln máquinas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but only %1 of %Ln machine(s) run %2.</source>
        <translation>
            <numerusform>La ejecución informó de éxito, pero solo %1 de %Ln máquina ejecuta %2.</numerusform>
            <numerusform>La ejecución informó de éxito, pero solo %1 de %Ln máquinas ejecutan %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed half-way: %1 of %Ln machine(s) run %2.</source>
        <translation>
            <numerusform>Falló a medias: %1 de %Ln máquina ejecuta %2.</numerusform>
            <numerusform>Falló a medias: %1 de %Ln máquinas ejecutan %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped half-way: %1 of %Ln machine(s) run %2.</source>
        <translation>
            <numerusform>Se detuvo a medias: %1 de %Ln máquina ejecuta %2.</numerusform>
            <numerusform>Se detuvo a medias: %1 de %Ln máquinas ejecutan %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was interrupted half-way: %1 of %Ln machine(s) run %2.</source>
        <translation>
            <numerusform>Se interrumpió a medias: %1 de %Ln máquina ejecuta %2.</numerusform>
            <numerusform>Se interrumpió a medias: %1 de %Ln máquinas ejecutan %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was not rolled back everywhere: %1 of %Ln machine(s) run %2.</source>
        <translation>
            <numerusform>No se revirtió en todas: %1 de %Ln máquina ejecuta %2.</numerusform>
            <numerusform>No se revirtió en todas: %1 de %Ln máquinas ejecutan %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but %1 of %Ln expected machine(s) are there.</source>
        <translation>
            <numerusform>La ejecución informó de éxito, pero hay %1 de %Ln máquina prevista.</numerusform>
            <numerusform>La ejecución informó de éxito, pero hay %1 de %Ln máquinas previstas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed, and %1 of %Ln expected machine(s) are there.</source>
        <translation>
            <numerusform>Falló, y hay %1 de %Ln máquina prevista.</numerusform>
            <numerusform>Falló, y hay %1 de %Ln máquinas previstas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped, and %1 of %Ln expected machine(s) are there.</source>
        <translation>
            <numerusform>Se detuvo, y hay %1 de %Ln máquina prevista.</numerusform>
            <numerusform>Se detuvo, y hay %1 de %Ln máquinas previstas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was interrupted, and %1 of %Ln expected machine(s) are there.</source>
        <translation>
            <numerusform>Se interrumpió, y hay %1 de %Ln máquina prevista.</numerusform>
            <numerusform>Se interrumpió, y hay %1 de %Ln máquinas previstas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was rolled back, but %1 of %Ln expected machine(s) are there.</source>
        <translation>
            <numerusform>Se revirtió, pero hay %1 de %Ln máquina prevista.</numerusform>
            <numerusform>Se revirtió, pero hay %1 de %Ln máquinas previstas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but %Ln machine(s) are not healthy: %1.</source>
        <translation>
            <numerusform>La ejecución informó de éxito, pero %Ln máquina no está sana: %1.</numerusform>
            <numerusform>La ejecución informó de éxito, pero %Ln máquinas no están sanas: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed, and %Ln machine(s) are not healthy: %1.</source>
        <translation>
            <numerusform>Falló, y %Ln máquina no está sana: %1.</numerusform>
            <numerusform>Falló, y %Ln máquinas no están sanas: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped, and %Ln machine(s) are not healthy: %1.</source>
        <translation>
            <numerusform>Se detuvo, y %Ln máquina no está sana: %1.</numerusform>
            <numerusform>Se detuvo, y %Ln máquinas no están sanas: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was interrupted, and %Ln machine(s) are not healthy: %1.</source>
        <translation>
            <numerusform>Se interrumpió, y %Ln máquina no está sana: %1.</numerusform>
            <numerusform>Se interrumpió, y %Ln máquinas no están sanas: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was rolled back, but %Ln machine(s) are not healthy: %1.</source>
        <translation>
            <numerusform>Se revirtió, pero %Ln máquina no está sana: %1.</numerusform>
            <numerusform>Se revirtió, pero %Ln máquinas no están sanas: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>What runs now is not known: the journal was lost during the run.</source>
        <translation>No se sabe qué se ejecuta ahora: el diario se perdió durante la ejecución.</translation>
    </message>
    <message>
        <source>The run reported success, but what runs now could not be looked at: %1.</source>
        <translation>La ejecución informó de éxito, pero no se pudo mirar qué se ejecuta ahora: %1.</translation>
    </message>
    <message>
        <source>It failed, and what runs now could not be looked at: %1.</source>
        <translation>Falló, y no se pudo mirar qué se ejecuta ahora: %1.</translation>
    </message>
    <message>
        <source>It was stopped, and what runs now could not be looked at: %1.</source>
        <translation>Se detuvo, y no se pudo mirar qué se ejecuta ahora: %1.</translation>
    </message>
    <message>
        <source>It was interrupted, and what runs now could not be looked at: %1.</source>
        <translation>Se interrumpió, y no se pudo mirar qué se ejecuta ahora: %1.</translation>
    </message>
    <message>
        <source>It was rolled back, but what runs now could not be looked at: %1.</source>
        <translation>Se revirtió, pero no se pudo mirar qué se ejecuta ahora: %1.</translation>
    </message>
    <message>
        <source>%1 failed in its build</source>
        <translation>%1 falló en la construcción</translation>
    </message>
    <message>
        <source>%1 failed: its image was not found</source>
        <translation>%1 falló: no se encontró su imagen</translation>
    </message>
    <message>
        <source>%1 failed when its image was pushed</source>
        <translation>%1 falló al enviar su imagen</translation>
    </message>
    <message>
        <source>%1 failed: a lease could not be taken</source>
        <translation>%1 falló: no se pudo reservar una máquina</translation>
    </message>
    <message>
        <source>%1 failed in its release command</source>
        <translation>%1 falló en su comando de publicación</translation>
    </message>
    <message>
        <source>%1 failed while machines were updated</source>
        <translation>%1 falló mientras se actualizaban las máquinas</translation>
    </message>
    <message>
        <source>%1 failed at machine %2</source>
        <translation>%1 falló en la máquina %2</translation>
    </message>
    <message>
        <source>%1 failed when it was verified</source>
        <translation>%1 falló en la verificación</translation>
    </message>
    <message>
        <source>%1 failed before anything was changed</source>
        <translation>%1 falló antes de cambiar nada</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <comment>a release or deployment</comment>
        <translation>%1 falló</translation>
    </message>
    <message>
        <source>%1 is being stopped</source>
        <translation>%1 se está deteniendo</translation>
    </message>
    <message>
        <source>%1 is being deployed</source>
        <translation>%1 se está desplegando</translation>
    </message>
    <message>
        <source>%1 was deployed</source>
        <translation>%1 se desplegó</translation>
    </message>
    <message>
        <source>%1 was stopped on request</source>
        <translation>%1 se detuvo a petición</translation>
    </message>
    <message>
        <source>%1 was interrupted</source>
        <translation>%1 quedó interrumpido</translation>
    </message>
    <message>
        <source>%1 was rolled back</source>
        <translation>%1 se revirtió</translation>
    </message>
    <message>
        <source>mixed versions</source>
        <translation>versiones mezcladas</translation>
    </message>
    <message>
        <source>machines missing</source>
        <translation>faltan máquinas</translation>
    </message>
    <message>
        <source>not healthy</source>
        <translation>no está sano</translation>
    </message>
    <message>
        <source>done after all</source>
        <translation>hecho a pesar de todo</translation>
    </message>
    <message>
        <source>not done</source>
        <translation>sin hacer</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a finished sentence</comment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <comment>what happened, how long ago</comment>
        <translation>%1, %2.</translation>
    </message>
    <message>
        <source>What was changed is not known: the journal was lost.</source>
        <translation>No se sabe qué cambió: el diario se perdió.</translation>
    </message>
    <message>
        <source>No machine was changed.</source>
        <translation>No se cambió ninguna máquina.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) left as before; none was changed.</source>
        <translation>
            <numerusform>%Ln máquina quedó como estaba; no se cambió ninguna.</numerusform>
            <numerusform>%Ln máquinas quedaron como estaban; no se cambió ninguna.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) updated, none left out.</source>
        <translation>
            <numerusform>%Ln máquina actualizada, ninguna quedó fuera.</numerusform>
            <numerusform>%Ln máquinas actualizadas, ninguna quedó fuera.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) updated (%1), not touched: %2.</source>
        <translation>
            <numerusform>%Ln máquina actualizada (%1); sin tocar: %2.</numerusform>
            <numerusform>%Ln máquinas actualizadas (%1); sin tocar: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>failed</source>
        <comment>app or machine</comment>
        <translation>fallida</translation>
    </message>
    <message>
        <source>rolled back</source>
        <comment>app or machine</comment>
        <translation>revertida</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>app or machine</comment>
        <translation>desconocida</translation>
    </message>
    <message>
        <source>Create a new machine</source>
        <translation>Crear una máquina nueva</translation>
    </message>
    <message>
        <source>Replace the old machine</source>
        <translation>Reemplazar la máquina anterior</translation>
    </message>
    <message>
        <source>It is machine %1</source>
        <translation>Es la máquina %1</translation>
    </message>
    <message>
        <source>Its server has no room for the new version: another machine takes its place. The platform says: %1</source>
        <translation>Su servidor no tiene sitio para la nueva versión: otra máquina ocupa su lugar. La plataforma dice: %1</translation>
    </message>
    <message>
        <source>the configuration has no such process group</source>
        <translation>la configuración no tiene ese grupo de procesos</translation>
    </message>
    <message>
        <source>its process group had no machine</source>
        <translation>su grupo de procesos no tenía ninguna máquina</translation>
    </message>
    <message>
        <source>it stands by and is not started</source>
        <translation>queda en espera y no se inicia</translation>
    </message>
    <message>
        <source>its volume changes (%1)</source>
        <translation>su volumen cambia (%1)</translation>
    </message>
    <message>
        <source>its server has a problem (%1)</source>
        <translation>su servidor tiene un problema (%1)</translation>
    </message>
    <message>
        <source>left out on request</source>
        <translation>excluida a petición</translation>
    </message>
    <message>
        <source>The file is larger than %1 bytes: it is not read.</source>
        <translation>El archivo ocupa más de %1 bytes: no se lee.</translation>
    </message>
    <message>
        <source>Values are nested too deeply here.</source>
        <translation>Aquí hay valores anidados a demasiada profundidad.</translation>
    </message>
    <message>
        <source>The file has more than %1 values: the rest is not read.</source>
        <translation>El archivo tiene más de %1 valores: el resto no se lee.</translation>
    </message>
    <message>
        <source>From here on the file is not UTF-8 text.</source>
        <translation>A partir de aquí el archivo no es texto UTF-8.</translation>
    </message>
    <message>
        <source>A key was expected here.</source>
        <translation>Aquí se esperaba una clave.</translation>
    </message>
    <message>
        <source>An equals sign was expected behind the key.</source>
        <translation>Se esperaba un signo igual después de la clave.</translation>
    </message>
    <message>
        <source>A value was expected here. Texts stand in quotes.</source>
        <translation>Aquí se esperaba un valor. Los textos van entre comillas.</translation>
    </message>
    <message>
        <source>The text that begins here is not closed.</source>
        <translation>El texto que empieza aquí no se cierra.</translation>
    </message>
    <message>
        <source>There is no such escape sequence. In single quotes a backslash is itself.</source>
        <translation>Esa secuencia de escape no existe. Entre comillas simples una barra invertida es ella misma.</translation>
    </message>
    <message>
        <source>This is not a number that TOML knows.</source>
        <translation>Esto no es un número que TOML conozca.</translation>
    </message>
    <message>
        <source>This is not a date or time that exists.</source>
        <translation>Esto no es una fecha u hora que exista.</translation>
    </message>
    <message>
        <source>A comma or the closing bracket is missing here.</source>
        <translation>Aquí falta una coma o el corchete de cierre.</translation>
    </message>
    <message>
        <source>The closing bracket of the section is missing.</source>
        <translation>Falta el corchete de cierre de la sección.</translation>
    </message>
    <message>
        <source>The line should end here, but “%1” follows.</source>
        <translation>La línea debería acabar aquí, pero sigue «%1».</translation>
    </message>
    <message>
        <source>There is a control character here, which TOML does not allow.</source>
        <translation>Aquí hay un carácter de control, que TOML no permite.</translation>
    </message>
    <message>
        <source>The JSON text cannot be read: %1</source>
        <translation>No se puede leer el texto JSON: %1</translation>
    </message>
    <message>
        <source>“%1” is set already in line %2.</source>
        <translation>«%1» ya está definido en la línea %2.</translation>
    </message>
    <message>
        <source>“%1” is defined already and cannot be opened again.</source>
        <translation>«%1» ya está definido y no se puede abrir otra vez.</translation>
    </message>
    <message>
        <source>“%1” must be a text in quotes.</source>
        <translation>«%1» debe ser un texto entre comillas.</translation>
    </message>
    <message>
        <source>“%1” must be a text, a number, true or false.</source>
        <translation>«%1» debe ser un texto, un número, true o false.</translation>
    </message>
    <message>
        <source>“%1” must be a table.</source>
        <translation>«%1» debe ser una tabla.</translation>
    </message>
    <message>
        <source>“%1” must be a table or a list of tables.</source>
        <translation>«%1» debe ser una tabla o una lista de tablas.</translation>
    </message>
    <message>
        <source>“%1” must be a list of tables: write [[%1]].</source>
        <translation>«%1» debe ser una lista de tablas: escriba [[%1]].</translation>
    </message>
    <message>
        <source>“%1” must be a list of texts.</source>
        <translation>«%1» debe ser una lista de textos.</translation>
    </message>
    <message>
        <source>“%1” must be a number.</source>
        <translation>«%1» debe ser un número.</translation>
    </message>
    <message>
        <source>“%1” must be a whole number, without quotes.</source>
        <translation>«%1» debe ser un número entero, sin comillas.</translation>
    </message>
    <message>
        <source>“%1” must be true or false, without quotes.</source>
        <translation>«%1» debe ser true o false, sin comillas.</translation>
    </message>
    <message>
        <source>“%1” is not a duration such as &quot;30s&quot; or &quot;1m30s&quot;.</source>
        <translation>«%1» no es una duración como &quot;30s&quot; o &quot;1m30s&quot;.</translation>
    </message>
    <message>
        <source>“%1” must be a port number.</source>
        <translation>«%1» debe ser un número de puerto.</translation>
    </message>
    <message>
        <source>“%1” is not a size such as &quot;10gb&quot; or &quot;512mb&quot;.</source>
        <translation>«%1» no es un tamaño como &quot;10gb&quot; o &quot;512mb&quot;.</translation>
    </message>
    <message>
        <source>“%1” must be a table, or a text such as &quot;20,25&quot;.</source>
        <translation>«%1» debe ser una tabla, o un texto como &quot;20,25&quot;.</translation>
    </message>
    <message>
        <source>“%1” must have a name.</source>
        <translation>«%1» debe tener un nombre.</translation>
    </message>
    <message>
        <source>“%1” has no “%2”.</source>
        <translation>«%1» no tiene «%2».</translation>
    </message>
    <message>
        <source>“%1” is not known: Fly.io ignores it.</source>
        <translation>«%1» no se conoce: Fly.io lo ignora.</translation>
    </message>
    <message>
        <source>“%1” is not known: Fly.io ignores it. Did you mean “%2”?</source>
        <translation>«%1» no se conoce: Fly.io lo ignora. ¿Quería decir «%2»?</translation>
    </message>
    <message>
        <source>“%1” is ignored here. “%2” belongs above the first section.</source>
        <translation>«%1» se ignora aquí. «%2» va antes de la primera sección.</translation>
    </message>
    <message>
        <source>“%1” has no effect on a deploy any more.</source>
        <translation>«%1» ya no tiene efecto en un despliegue.</translation>
    </message>
    <message>
        <source>“%1” has no unit: Fly.io takes %2 for nanoseconds, that is %3. Write &quot;%2s&quot; for seconds.</source>
        <translation>«%1» no tiene unidad: Fly.io toma %2 como nanosegundos, es decir, %3. Escriba &quot;%2s&quot; para segundos.</translation>
    </message>
    <message>
        <source>“%1” has no unit: Fly.io takes %2 for milliseconds, that is %3.</source>
        <translation>«%1» no tiene unidad: Fly.io toma %2 como milisegundos, es decir, %3.</translation>
    </message>
    <message>
        <source>“%1” has no unit: Fly.io takes %2 for seconds, that is %3.</source>
        <translation>«%1» no tiene unidad: Fly.io toma %2 como segundos, es decir, %3.</translation>
    </message>
    <message>
        <source>“%1” looks like a secret. What stands in this file is read by everybody who has the folder: set it as a secret.</source>
        <translation>«%1» parece un secreto. Lo que está en este archivo lo lee cualquiera que tenga la carpeta: defínalo como secreto.</translation>
    </message>
    <message>
        <source>There is more than one way to build: %1. Keep one.</source>
        <translation>Hay más de una forma de construir: %1. Deje una.</translation>
    </message>
    <message>
        <source>The command “%1” cannot be cut into words: its quotes are not closed.</source>
        <translation>El comando «%1» no se puede separar en palabras: sus comillas no se cierran.</translation>
    </message>
    <message>
        <source>There is no strategy “%1”. There are rolling, canary, bluegreen and immediate.</source>
        <translation>No existe la estrategia «%1». Existen rolling, canary, bluegreen e immediate.</translation>
    </message>
    <message>
        <source>The strategy canary does not go with volumes. Use rolling.</source>
        <translation>La estrategia canary no admite volúmenes. Use rolling.</translation>
    </message>
    <message>
        <source>The strategy %1 does not look at “%2”.</source>
        <translation>La estrategia %1 no tiene en cuenta «%2».</translation>
    </message>
    <message>
        <source>With 0 machines at a time nothing could be updated: one at a time is.</source>
        <translation>Con 0 máquinas a la vez no se podría actualizar nada: se actualiza de una en una.</translation>
    </message>
    <message>
        <source>There is no restart policy “%1”. There are always, on-failure and never.</source>
        <translation>No existe la política de reinicio «%1». Existen always, on-failure y never.</translation>
    </message>
    <message>
        <source>There is no compression “%1”. There are gzip and zstd.</source>
        <translation>No existe la compresión «%1». Existen gzip y zstd.</translation>
    </message>
    <message>
        <source>The compression level must be from 0 to 9.</source>
        <translation>El nivel de compresión debe estar entre 0 y 9.</translation>
    </message>
    <message>
        <source>There is no machine size “%1”: a deploy will be refused.</source>
        <translation>No existe el tamaño de máquina «%1»: el despliegue será rechazado.</translation>
    </message>
    <message>
        <source>The process group %1 has a size already: one of the two is ignored.</source>
        <translation>El grupo de procesos %1 ya tiene un tamaño: uno de los dos se ignora.</translation>
    </message>
    <message>
        <source>“%1” must be &quot;http&quot; or &quot;tcp&quot;.</source>
        <translation>«%1» debe ser &quot;http&quot; o &quot;tcp&quot;.</translation>
    </message>
    <message>
        <source>“%1” must be at least 2 seconds.</source>
        <translation>«%1» debe ser de 2 segundos como mínimo.</translation>
    </message>
    <message>
        <source>“%1” must be at most 60 seconds.</source>
        <translation>«%1» debe ser de 60 segundos como máximo.</translation>
    </message>
    <message>
        <source>“%1” has no port, and there is no [http_service] to take one from.</source>
        <translation>«%1» no tiene puerto, y no hay [http_service] del que tomarlo.</translation>
    </message>
    <message>
        <source>“%1” must say for which process groups it is: %2.</source>
        <translation>«%1» debe decir para qué grupos de procesos es: %2.</translation>
    </message>
    <message>
        <source>There is no process group “%1”. There are: %2.</source>
        <translation>No existe el grupo de procesos «%1». Existen: %2.</translation>
    </message>
    <message>
        <source>“%1” has no ports: nothing reaches it from outside.</source>
        <translation>«%1» no tiene puertos: nada llega a él desde fuera.</translation>
    </message>
    <message>
        <source>“%1” is %2: Fly.io raises it to 1 second.</source>
        <translation>«%1» es %2: Fly.io lo sube a 1 segundo.</translation>
    </message>
    <message>
        <source>“%1” is %2: Fly.io lowers it to 1 minute.</source>
        <translation>«%1» es %2: Fly.io lo baja a 1 minuto.</translation>
    </message>
    <message>
        <source>“%1” must be &quot;off&quot;, &quot;stop&quot; or &quot;suspend&quot;.</source>
        <translation>«%1» debe ser &quot;off&quot;, &quot;stop&quot; o &quot;suspend&quot;.</translation>
    </message>
    <message>
        <source>“%1” is %2: Fly.io waits 5 minutes at most.</source>
        <translation>«%1» es %2: Fly.io espera 5 minutos como máximo.</translation>
    </message>
    <message>
        <source>A volume must have at least 1 GB.</source>
        <translation>Un volumen debe tener 1 GB como mínimo.</translation>
    </message>
    <message>
        <source>Snapshots can be kept from 1 to 60 days.</source>
        <translation>Las instantáneas se pueden conservar de 1 a 60 días.</translation>
    </message>
    <message>
        <source>A volume can begin to grow from 50 to 99 percent full.</source>
        <translation>Un volumen puede empezar a crecer entre el 50 y el 99 por ciento de ocupación.</translation>
    </message>
    <message>
        <source>A volume can grow by 1 to 100 GB at a time.</source>
        <translation>Un volumen puede crecer de 1 a 100 GB cada vez.</translation>
    </message>
    <message>
        <source>A volume can grow to a limit from 1 to 500 GB.</source>
        <translation>Un volumen puede crecer hasta un límite de 1 a 500 GB.</translation>
    </message>
    <message>
        <source>“%1” does nothing without “auto_extend_size_increment”.</source>
        <translation>«%1» no hace nada sin «auto_extend_size_increment».</translation>
    </message>
    <message>
        <source>The process group %1 has more than one volume: a machine can have one.</source>
        <translation>El grupo de procesos %1 tiene más de un volumen: una máquina solo puede tener uno.</translation>
    </message>
    <message>
        <source>note</source>
        <comment>of a line in a file</comment>
        <translation>nota</translation>
    </message>
    <message>
        <source>warning</source>
        <comment>of a line in a file</comment>
        <translation>aviso</translation>
    </message>
    <message>
        <source>error</source>
        <comment>of a line in a file</comment>
        <translation>error</translation>
    </message>
    <message>
        <source>added; the value is not shown</source>
        <translation>añadido; el valor no se muestra</translation>
    </message>
    <message>
        <source>removed; the value is not shown</source>
        <translation>eliminado; el valor no se muestra</translation>
    </message>
    <message>
        <source>changed; the values are not shown</source>
        <translation>cambiado; los valores no se muestran</translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>añadido: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>eliminado: %1</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <comment>a value and another</comment>
        <translation>%1 pasa a %2</translation>
    </message>
    <message>
        <source>Machine %1 was destroyed by somebody else.</source>
        <translation>Otra persona destruyó la máquina %1.</translation>
    </message>
    <message>
        <source>Machine %1 was changed by somebody else. Look again, then repeat.</source>
        <translation>Otra persona cambió la máquina %1. Vuelva a mirar y repita.</translation>
    </message>
    <message>
        <source>Machine %1 exited with code %2.</source>
        <translation>La máquina %1 terminó con el código %2.</translation>
    </message>
    <message>
        <source>Machine %1 crashes again and again, last with code %2.</source>
        <translation>La máquina %1 se cae una y otra vez, la última con el código %2.</translation>
    </message>
    <message>
        <source>Machine %1 could not be started.</source>
        <translation>La máquina %1 no pudo arrancar.</translation>
    </message>
    <message>
        <source>Machine %1 runs the old image again: Fly.io could not start the new one.</source>
        <translation>La máquina %1 ejecuta de nuevo la imagen anterior: Fly.io no pudo arrancar la nueva.</translation>
    </message>
    <message>
        <source>Machine %1 was started, but stays stopped.</source>
        <translation>La máquina %1 recibió la orden de arrancar, pero sigue detenida.</translation>
    </message>
    <message>
        <source>Another release command runs now, on machine %1. Wait until it has ended.</source>
        <translation>Otro comando de publicación está en marcha, en la máquina %1. Espere a que termine.</translation>
    </message>
    <message>
        <source>The image was not ready in time on the machine of the release command.</source>
        <translation>La imagen no estuvo lista a tiempo en la máquina del comando de publicación.</translation>
    </message>
    <message>
        <source>The release command took longer than its limit and was stopped.</source>
        <translation>El comando de publicación superó su límite de tiempo y se detuvo.</translation>
    </message>
    <message>
        <source>The release command was stopped before its end.</source>
        <translation>El comando de publicación se detuvo antes de terminar.</translation>
    </message>
    <message>
        <source>The release command exited with code %1.</source>
        <translation>El comando de publicación terminó con el código %1.</translation>
    </message>
    <message>
        <source>How the release command ended cannot be read from the platform.</source>
        <translation>No se puede leer en la plataforma cómo terminó el comando de publicación.</translation>
    </message>
    <message>
        <source>The attempt on record ended before it had an image. Deploy one by its reference.</source>
        <translation>El intento registrado terminó antes de tener una imagen. Despliegue una por su referencia.</translation>
    </message>
    <message>
        <source>No failed deployment is known that could be retried.</source>
        <translation>No se conoce ningún despliegue fallido que se pueda reintentar.</translation>
    </message>
    <message>
        <source>No earlier release is known that could be returned to.</source>
        <translation>No se conoce ninguna versión publicada anterior a la que volver.</translation>
    </message>
    <message>
        <source>The app runs no image that could be deployed.</source>
        <translation>La aplicación no usa ninguna imagen que se pueda desplegar.</translation>
    </message>
    <message>
        <source>The image registry does not have %1.</source>
        <translation>El repositorio de imágenes no tiene %1.</translation>
    </message>
    <message>
        <source>There is no interrupted deployment to go on with.</source>
        <translation>No hay ningún despliegue interrumpido que continuar.</translation>
    </message>
    <message>
        <source>Fly.io does not list a release v%1 of this app.</source>
        <translation>Fly.io no tiene ninguna versión v%1 de esta aplicación.</translation>
    </message>
    <message>
        <source>Release v%1 was never completed: there is nothing to return to.</source>
        <translation>La versión v%1 nunca se completó: no hay nada a lo que volver.</translation>
    </message>
    <message>
        <source>This deployment does not wait for an answer.</source>
        <translation>Este despliegue no espera ninguna respuesta.</translation>
    </message>
    <message>
        <source>Machines with volumes cannot be deployed by the strategy %1. Use rolling.</source>
        <translation>Las máquinas con volúmenes no se pueden desplegar con la estrategia %1. Utilizar rolling.</translation>
    </message>
    <message>
        <source>Fly.io does not offer bluegreen deploys for this app.</source>
        <translation>Fly.io no ofrece despliegues bluegreen para esta aplicación.</translation>
    </message>
    <message>
        <source>The machines run different images, and bluegreen needs one. Use rolling.</source>
        <translation>Las máquinas ejecutan imágenes distintas, y bluegreen necesita una sola. Utilizar rolling.</translation>
    </message>
    <message>
        <source>Bluegreen needs a health check: without one nothing tells when the new machines are ready.</source>
        <translation>Bluegreen necesita una comprobación de salud: sin ella nada indica cuándo están listas las máquinas nuevas.</translation>
    </message>
    <message>
        <source>There is no free volume “%1” in %2 for %3. Create it, then look again.</source>
        <translation>No hay ningún volumen «%1» libre en %2 para %3. Créelo y vuelva a mirar.</translation>
    </message>
    <message>
        <source>The server of machine %1 has a problem, and its volume “%2” is there: it cannot be replaced. Leave it out, or wait until the server is well.</source>
        <translation>El servidor de la máquina %1 tiene un problema y su volumen «%2» está ahí: no se puede sustituir. Exclúyala o espere a que el servidor se recupere.</translation>
    </message>
    <message>
        <source>The server of machine %1 has no room for the new version, and its volume is there: it cannot be replaced.</source>
        <translation>El servidor de la máquina %1 no tiene sitio para la nueva versión y su volumen está ahí: no se puede sustituir.</translation>
    </message>
    <message numerus="yes">
        <source>The plan destroys %Ln machine(s), and nobody has said that this is meant.</source>
        <translation>
            <numerusform>El plan destruye %Ln máquina y nadie lo ha confirmado.</numerusform>
            <numerusform>El plan destruye %Ln máquinas y nadie lo ha confirmado.</numerusform>
        </translation>
    </message>
    <message>
        <source>encrypted file locked</source>
        <translation>archivo cifrado bloqueado</translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translation>llavero bloqueado</translation>
    </message>
    <message>
        <source>Create a machine of %1 in %2</source>
        <translation>Crear una máquina de %1 en %2</translation>
    </message>
    <message>
        <source>Create a machine of %1 in %2 that stands by and is not started</source>
        <translation>Crear una máquina de %1 en %2 que queda en espera y no se inicia</translation>
    </message>
    <message>
        <source>Try the new version on an extra machine of %1, then destroy it</source>
        <translation>Probar la nueva versión en una máquina adicional de %1 y después destruirla</translation>
    </message>
    <message>
        <source>Create a machine in %1 that replaces %2</source>
        <translation>Crear en %1 una máquina que reemplaza a %2</translation>
    </message>
    <message>
        <source>Create a machine in %1 that replaces %2 and stays stopped</source>
        <translation>Crear en %1 una máquina que reemplaza a %2 y queda detenida</translation>
    </message>
    <message>
        <source>Destroy machine %1: %2</source>
        <translation>Destruir la máquina %1: %2</translation>
    </message>
    <message>
        <source>Take machine %1 out of service and destroy it</source>
        <translation>Retirar del servicio la máquina %1 y destruirla</translation>
    </message>
    <message>
        <source>replaced by a new machine, then destroyed</source>
        <translation>se reemplaza por una máquina nueva y después se destruye</translation>
    </message>
    <message>
        <source>replaced by a new machine, then destroyed: %1</source>
        <translation>sustituida por una máquina nueva y después destruida: %1</translation>
    </message>
    <message>
        <source>destroyed: %1</source>
        <translation>destruida: %1</translation>
    </message>
    <message>
        <source>New machines take over and these are destroyed: %1. Their ids change.</source>
        <translation>Máquinas nuevas toman el relevo y se destruyen estas: %1. Sus identificadores cambian.</translation>
    </message>
    <message>
        <source>Left by an earlier attempt and removed: %1.</source>
        <translation>Quedaron de un intento anterior y se eliminan: %1.</translation>
    </message>
    <message>
        <source>All machines are updated at once: users notice.</source>
        <translation>Todas las máquinas se actualizan a la vez: los usuarios lo notan.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) will be destroyed and cannot be brought back: %1.</source>
        <translation>
            <numerusform>Se destruirá %Ln máquina y no se podrá recuperar: %1.</numerusform>
            <numerusform>Se destruirán %Ln máquinas y no se podrán recuperar: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspended now, stopped afterwards: an update discards the snapshot of %1.</source>
        <translation>Ahora suspendidas y después detenidas: al actualizarlas se pierde la instantánea de %1.</translation>
    </message>
    <message>
        <source>max_unavailable is 0, but the platform updates at least one machine of a group at a time: for that time one fewer serves.</source>
        <translation>max_unavailable es 0, pero la plataforma actualiza al menos una máquina de cada grupo a la vez: durante ese tiempo atiende una menos.</translation>
    </message>
    <message>
        <source>These volumes stay with their data, but nothing uses them any more: %1.</source>
        <translation>Estos volúmenes conservan sus datos, pero ya nada los usa: %1.</translation>
    </message>
    <message>
        <source>Secrets changed since that release and kept as they are now, because their earlier values cannot be read back: %1.</source>
        <translation>Secretos modificados desde esa versión que se quedan como están, porque sus valores anteriores no se pueden leer: %1.</translation>
    </message>
    <message>
        <source>The configuration these machines had under that release is not kept any more; it is made from that release&apos;s fly.toml: %1.</source>
        <translation>La configuración que estas máquinas tenían con esa versión ya no se conserva; se genera a partir del fly.toml de esa versión: %1.</translation>
    </message>
    <message>
        <source>Secrets removed since that release; they stay removed, because their values cannot be read back: %1.</source>
        <translation>Secretos eliminados desde esa versión; siguen eliminados, porque sus valores no se pueden leer: %1.</translation>
    </message>
    <message>
        <source>The app last deployed from %1 was %2, not this one.</source>
        <translation>La última aplicación desplegada desde %1 fue %2, no esta.</translation>
    </message>
    <message>
        <source>%1 is the configuration of %2, not of this app.</source>
        <translation>%1 es la configuración de %2, no de esta aplicación.</translation>
    </message>
    <message>
        <source>No interruption: the old machines serve until the new ones are healthy.</source>
        <translation>Sin interrupción: las máquinas anteriores sirven hasta que las nuevas estén sanas.</translation>
    </message>
    <message>
        <source>Updated after that, out of service for a moment each: %1.</source>
        <translation>Después se actualizan, cada una fuera de servicio un momento: %1.</translation>
    </message>
    <message>
        <source>Already right and not touched: %1.</source>
        <translation>Ya están bien y no se tocan: %1.</translation>
    </message>
    <message>
        <source>Another attempt goes on where this one stopped; nothing that is done is repeated.</source>
        <translation>Otro intento sigue donde este se detuvo; no se repite nada de lo ya hecho.</translation>
    </message>
    <message>
        <source>Tried again: %1.</source>
        <translation>Se intentan otra vez: %1.</translation>
    </message>
    <message>
        <source>The deployment goes on without these, which stay as they are now: %1.</source>
        <translation>El despliegue sigue sin estas, que se quedan como están ahora: %1.</translation>
    </message>
    <message>
        <source>The app returns to v%1: its image and its configuration.</source>
        <translation>La aplicación vuelve a la v%1: su imagen y su configuración.</translation>
    </message>
    <message>
        <source>Set back, out of service for a moment each: %1.</source>
        <translation>Vuelven atrás, cada una fuera de servicio un momento: %1.</translation>
    </message>
    <message>
        <source>Never left it and not touched: %1.</source>
        <translation>Nunca la dejaron y no se tocan: %1.</translation>
    </message>
    <message>
        <source>What the release command %1 has changed stays changed.</source>
        <translation>Lo que el comando de publicación %1 ha cambiado sigue cambiado.</translation>
    </message>
    <message>
        <source>Nothing is changed now. Until the next deployment the app runs different versions.</source>
        <translation>Ahora no se cambia nada. Hasta el próximo despliegue la aplicación ejecuta versiones distintas.</translation>
    </message>
    <message>
        <source>On v%1: %2.</source>
        <translation>En la v%1: %2.</translation>
    </message>
    <message>
        <source>Still on v%1: %2.</source>
        <translation>Todavía en la v%1: %2.</translation>
    </message>
    <message>
        <source>Failed: %1.</source>
        <translation>Han fallado: %1.</translation>
    </message>
    <message>
        <source>The deployment stopped half-way. How shall it go on?</source>
        <translation>El despliegue se detuvo a medias. ¿Cómo debe seguir?</translation>
    </message>
    <message>
        <source>The deployment stopped half-way at %1. How shall it go on?</source>
        <translation>El despliegue se detuvo a medias en %1. ¿Cómo debe seguir?</translation>
    </message>
    <message>
        <source>Retry</source>
        <comment>answer to a deployment that stopped half-way</comment>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Leave out what failed</source>
        <translation>Excluir lo que ha fallado</translation>
    </message>
    <message>
        <source>Roll back to v%1</source>
        <translation>Revertir a v%1</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>Dejarlo como está</translation>
    </message>
    <message>
        <source>It was tried again.</source>
        <translation>Se intentó otra vez.</translation>
    </message>
    <message>
        <source>It went on without the machines that failed.</source>
        <translation>Siguió sin las máquinas que fallaron.</translation>
    </message>
    <message>
        <source>It was rolled back.</source>
        <translation>Se revirtió.</translation>
    </message>
    <message>
        <source>It was left as it is.</source>
        <translation>Se dejó como está.</translation>
    </message>
    <message numerus="yes">
        <source>The roll back reported a failure, but it worked: %Ln machine(s) run %1 again and are healthy.</source>
        <translation>
            <numerusform>La reversión informó de un fallo, pero funcionó: %Ln máquina ejecuta de nuevo %1 y está sana.</numerusform>
            <numerusform>La reversión informó de un fallo, pero funcionó: %Ln máquinas ejecutan de nuevo %1 y están sanas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run could no longer see the machines, but all is well: %Ln machine(s) on %1 and healthy.</source>
        <translation>
            <numerusform>La ejecución dejó de ver las máquinas, pero todo está bien: %Ln máquina en %1 y sana.</numerusform>
            <numerusform>La ejecución dejó de ver las máquinas, pero todo está bien: %Ln máquinas en %1 y sanas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed, and %1 serves again on %Ln machine(s).</source>
        <translation>
            <numerusform>Falló, y %1 vuelve a servir en %Ln máquina.</numerusform>
            <numerusform>Falló, y %1 vuelve a servir en %Ln máquinas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run reported success, but no machine of the app is there.</source>
        <translation>La ejecución informó de éxito, pero no hay ninguna máquina de la aplicación.</translation>
    </message>
    <message>
        <source>It failed, and no machine of the app is there.</source>
        <translation>Falló, y no hay ninguna máquina de la aplicación.</translation>
    </message>
    <message>
        <source>It was stopped, and no machine of the app is there.</source>
        <translation>Se detuvo, y no hay ninguna máquina de la aplicación.</translation>
    </message>
    <message>
        <source>It was interrupted, and no machine of the app is there.</source>
        <translation>Se interrumpió, y no hay ninguna máquina de la aplicación.</translation>
    </message>
    <message>
        <source>It was rolled back, but no machine of the app is there.</source>
        <translation>Se revirtió, pero no hay ninguna máquina de la aplicación.</translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but there are %Ln machine(s) too many.</source>
        <translation>
            <numerusform>La ejecución informó de éxito, pero hay %Ln máquina de más.</numerusform>
            <numerusform>La ejecución informó de éxito, pero hay %Ln máquinas de más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It failed, and there are %Ln machine(s) too many.</source>
        <translation>
            <numerusform>Falló, y hay %Ln máquina de más.</numerusform>
            <numerusform>Falló, y hay %Ln máquinas de más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped, and there are %Ln machine(s) too many.</source>
        <translation>
            <numerusform>Se detuvo, y hay %Ln máquina de más.</numerusform>
            <numerusform>Se detuvo, y hay %Ln máquinas de más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was interrupted, and there are %Ln machine(s) too many.</source>
        <translation>
            <numerusform>Se interrumpió, y hay %Ln máquina de más.</numerusform>
            <numerusform>Se interrumpió, y hay %Ln máquinas de más.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was rolled back, but there are %Ln machine(s) too many.</source>
        <translation>
            <numerusform>Se revirtió, pero hay %Ln máquina de más.</numerusform>
            <numerusform>Se revirtió, pero hay %Ln máquinas de más.</numerusform>
        </translation>
    </message>
    <message>
        <source>The run could no longer see the machines, and what runs now could not be looked at either: %1.</source>
        <translation>La ejecución dejó de ver las máquinas, y tampoco se pudo mirar qué se ejecuta ahora: %1.</translation>
    </message>
    <message>
        <source>%1 failed at a new machine; the old ones serve on</source>
        <translation>%1 falló en una máquina nueva; las anteriores siguen sirviendo</translation>
    </message>
    <message>
        <source>%1 failed while old machines were replaced</source>
        <translation>%1 falló mientras se reemplazaban las máquinas anteriores</translation>
    </message>
    <message>
        <source>On %1: %2.</source>
        <comment>a version, and the machines that run it</comment>
        <translation>En %1: %2.</translation>
    </message>
    <message>
        <source>On neither version: %1.</source>
        <translation>En ninguna de las dos versiones: %1.</translation>
    </message>
    <message>
        <source>Updated, but back on what ran before: %1.</source>
        <comment>machines</comment>
        <translation>Se actualizaron, pero ejecutan de nuevo lo anterior: %1.</translation>
    </message>
    <message>
        <source>Not there: %1.</source>
        <comment>machines</comment>
        <translation>No están: %1.</translation>
    </message>
    <message>
        <source>There, but not expected: %1.</source>
        <comment>machines</comment>
        <translation>Están, pero no estaban previstas: %1.</translation>
    </message>
    <message>
        <source>Fly.io&apos;s list left these out, but each answered when it was asked: %1.</source>
        <translation>La lista de Fly.io las omitió, pero cada una respondió al preguntarle: %1.</translation>
    </message>
    <message>
        <source>The public address %1 answers.</source>
        <translation>La dirección pública %1 responde.</translation>
    </message>
    <message>
        <source>From this computer, the name of the public address %1 is not known.</source>
        <translation>Desde este equipo no se conoce el nombre de la dirección pública %1.</translation>
    </message>
    <message>
        <source>From this computer, the public address %1 cannot be reached.</source>
        <translation>Desde este equipo no se puede llegar a la dirección pública %1.</translation>
    </message>
    <message>
        <source>From this computer, the public address %1 does not answer in time.</source>
        <translation>Desde este equipo, la dirección pública %1 no responde a tiempo.</translation>
    </message>
    <message>
        <source>The certificate of the public address %1 is not valid at this time.</source>
        <translation>El certificado de la dirección pública %1 no es válido en este momento.</translation>
    </message>
    <message>
        <source>The certificate of the public address %1 is for another name.</source>
        <translation>El certificado de la dirección pública %1 es de otro nombre.</translation>
    </message>
    <message>
        <source>The certificate of the public address %1 is from nobody that this computer trusts.</source>
        <translation>El certificado de la dirección pública %1 es de alguien en quien este equipo no confía.</translation>
    </message>
    <message>
        <source>The public address %1 answers with the error %2.</source>
        <translation>La dirección pública %1 responde con el error %2.</translation>
    </message>
    <message>
        <source>The public address %1 does not answer as a web server.</source>
        <translation>La dirección pública %1 no responde como un servidor web.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <comment>a file, and what is said of the line</comment>
        <translation>%1, línea %2: %3</translation>
    </message>
    <message>
        <source>started</source>
        <comment>app or machine</comment>
        <translation>en marcha</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>name and state of an incident of the platform</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Fly.io reports an incident of its own: %1</source>
        <translation>Fly.io informa de una incidencia propia: %1</translation>
    </message>
    <message numerus="yes">
        <source>Done, but not everywhere: %Ln machine(s) on %1 and healthy.</source>
        <translation>
            <numerusform>Hecho, pero no en todas: %Ln máquina en %1 y sana.</numerusform>
            <numerusform>Hecho, pero no en todas: %Ln máquinas en %1 y sanas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported a failure, but %Ln machine(s), all that took part, run %1.</source>
        <translation>
            <numerusform>La ejecución informó de un fallo, pero %Ln máquina, la única que participó, ejecuta %1.</numerusform>
            <numerusform>La ejecución informó de un fallo, pero %Ln máquinas, todas las que participaron, ejecutan %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was stopped too late: %Ln machine(s), all that took part, run %1.</source>
        <translation>
            <numerusform>Se detuvo demasiado tarde: %Ln máquina, la única que participó, ejecuta %1.</numerusform>
            <numerusform>Se detuvo demasiado tarde: %Ln máquinas, todas las que participaron, ejecutan %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run was interrupted, but %Ln machine(s), all that took part, run %1.</source>
        <translation>
            <numerusform>La ejecución se interrumpió, pero %Ln máquina, la única que participó, ejecuta %1.</numerusform>
            <numerusform>La ejecución se interrumpió, pero %Ln máquinas, todas las que participaron, ejecutan %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Rolled back, but not everywhere: %Ln machine(s) on %1 and healthy.</source>
        <translation>
            <numerusform>Revertido, pero no en todas: %Ln máquina en %1 y sana.</numerusform>
            <numerusform>Revertido, pero no en todas: %Ln máquinas en %1 y sanas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run reported success, but %Ln machine(s), all that took part, still run %1.</source>
        <translation>
            <numerusform>La ejecución informó de éxito, pero %Ln máquina, la única que participó, sigue ejecutando %1.</numerusform>
            <numerusform>La ejecución informó de éxito, pero %Ln máquinas, todas las que participaron, siguen ejecutando %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out on request: %1.</source>
        <comment>machines</comment>
        <translation>Excluidas a petición: %1.</translation>
    </message>
    <message>
        <source>Left out, because its server could not be reached: %1.</source>
        <comment>machines</comment>
        <translation>Excluidas porque no se pudo llegar a su servidor: %1.</translation>
    </message>
    <message>
        <source>done, some left out</source>
        <comment>machines</comment>
        <translation>hecho, con exclusiones</translation>
    </message>
    <message>
        <source>not run when rolling back</source>
        <translation>no se ejecuta al revertir</translation>
    </message>
    <message>
        <source>There is a tab here. YAML is indented with spaces only.</source>
        <translation>Aquí hay un tabulador. En YAML solo se sangra con espacios.</translation>
    </message>
    <message>
        <source>No value can begin with this character. Put the value in quotes.</source>
        <translation>Ningún valor puede empezar con este carácter. Ponga el valor entre comillas.</translation>
    </message>
    <message>
        <source>A key cannot stand here. Either the indentation does not fit, or a value with a colon lacks its quotes.</source>
        <translation>Aquí no puede haber una clave. O la sangría no encaja, o a un valor con dos puntos le faltan las comillas.</translation>
    </message>
    <message>
        <source>A colon is missing behind the key.</source>
        <translation>Faltan los dos puntos después de la clave.</translation>
    </message>
    <message>
        <source>The indentation does not fit what stands above.</source>
        <translation>La sangría no encaja con lo que está arriba.</translation>
    </message>
    <message>
        <source>The quote that begins here is not closed.</source>
        <translation>Las comillas que se abren aquí no se cierran.</translation>
    </message>
    <message>
        <source>In what begins here, a comma or the closing bracket is missing.</source>
        <translation>En lo que empieza aquí falta una coma o el corchete de cierre.</translation>
    </message>
    <message>
        <source>There is a control character here, which YAML does not allow.</source>
        <translation>Aquí hay un carácter de control, que YAML no permite.</translation>
    </message>
    <message>
        <source>There is no anchor “&amp;%1” above for the alias “*%1”.</source>
        <translation>Más arriba no hay ningún ancla «&amp;%1» para el alias «*%1».</translation>
    </message>
    <message>
        <source>The anchor “&amp;%1” contains itself.</source>
        <translation>El ancla «&amp;%1» se contiene a sí misma.</translation>
    </message>
    <message>
        <source>A key must be a plain text.</source>
        <translation>Una clave debe ser un texto simple.</translation>
    </message>
    <message>
        <source>The YAML cannot be read here: %1</source>
        <translation>El YAML no se puede leer aquí: %1</translation>
    </message>
    <message>
        <source>The aliases stand for more than %1 values: the file is not read.</source>
        <translation>Los alias representan más de %1 valores: el archivo no se lee.</translation>
    </message>
    <message>
        <source>The file must hold keys with values.</source>
        <translation>El archivo debe contener claves con valores.</translation>
    </message>
    <message>
        <source>“%1” must hold keys with values.</source>
        <translation>«%1» debe contener claves con valores.</translation>
    </message>
    <message>
        <source>“%1” must be a list: a dash before each entry.</source>
        <translation>«%1» debe ser una lista: un guion delante de cada elemento.</translation>
    </message>
    <message>
        <source>“%1” must be a single value.</source>
        <translation>«%1» debe ser un solo valor.</translation>
    </message>
    <message>
        <source>“%1” must be a text or a list.</source>
        <translation>«%1» debe ser un texto o una lista.</translation>
    </message>
    <message>
        <source>“%1” must be a text, or keys with values.</source>
        <translation>«%1» debe ser un texto, o claves con valores.</translation>
    </message>
    <message>
        <source>“%1” must hold keys with values, or a list.</source>
        <translation>«%1» debe contener claves con valores, o una lista.</translation>
    </message>
    <message>
        <source>“%1” is no key of docker compose, which refuses the file.</source>
        <translation>«%1» no es una clave de docker compose, que rechaza el archivo.</translation>
    </message>
    <message>
        <source>“%1” is no key of docker compose, which refuses the file. Did you mean “%2”?</source>
        <translation>«%1» no es una clave de docker compose, que rechaza el archivo. ¿Quiso decir «%2»?</translation>
    </message>
    <message>
        <source>The file has no services: there is nothing to run.</source>
        <translation>El archivo no tiene servicios: no hay nada que ejecutar.</translation>
    </message>
    <message>
        <source>The service “%1” has neither an image nor a build. If this file is laid over another, name them all, in order, with --file.</source>
        <translation>El servicio «%1» no tiene ni «image» ni «build». Si este archivo se superpone a otro, indíquelos todos, en orden, con --file.</translation>
    </message>
    <message>
        <source>A dollar sign in “%1” begins no variable, and docker compose refuses the file. Write $$ for a dollar sign.</source>
        <translation>Un signo de dólar en «%1» no inicia ninguna variable y docker compose rechaza el archivo. Escriba $$ para un signo de dólar.</translation>
    </message>
    <message>
        <source>“%1” is no port. Write it as &quot;8080:80&quot;, in quotes.</source>
        <translation>«%1» no es un puerto. Escríbalo como &quot;8080:80&quot;, entre comillas.</translation>
    </message>
    <message>
        <source>“%1” has no condition that docker compose knows. There are service_started, service_healthy and service_completed_successfully.</source>
        <translation>«%1» no tiene una condición que docker compose conozca. Existen service_started, service_healthy y service_completed_successfully.</translation>
    </message>
    <message>
        <source>These services wait for one another and none can start: %1.</source>
        <translation>Estos servicios se esperan unos a otros y ninguno puede arrancar: %1.</translation>
    </message>
    <message>
        <source>The file “%1” that is named here cannot be read.</source>
        <translation>El archivo «%1» que se nombra aquí no se puede leer.</translation>
    </message>
    <message>
        <source>There is no service “%1”.</source>
        <translation>No existe el servicio «%1».</translation>
    </message>
    <message>
        <source>There is no service “%1”. Did you mean “%2”?</source>
        <translation>No existe el servicio «%1». ¿Quiso decir «%2»?</translation>
    </message>
    <message>
        <source>The volume “%1” is not defined. Add it under “volumes” at the top of the file, or write ./%1 for a folder.</source>
        <translation>El volumen «%1» no está definido. Agréguelo en «volumes», en el primer nivel del archivo, o escriba ./%1 si es una carpeta.</translation>
    </message>
    <message>
        <source>The volume “%1” is not defined. Did you mean “%2”?</source>
        <translation>El volumen «%1» no está definido. ¿Quiso decir «%2»?</translation>
    </message>
    <message>
        <source>The network “%1” is not defined. Add it under “networks” at the top of the file.</source>
        <translation>La red «%1» no está definida. Agréguela en «networks», en el primer nivel del archivo.</translation>
    </message>
    <message>
        <source>The network “%1” is not defined. Did you mean “%2”?</source>
        <translation>La red «%1» no está definida. ¿Quiso decir «%2»?</translation>
    </message>
    <message>
        <source>The secret “%1” is not defined. Add it under “secrets” at the top of the file.</source>
        <translation>El secreto «%1» no está definido. Agréguelo en «secrets», en el primer nivel del archivo.</translation>
    </message>
    <message>
        <source>The secret “%1” is not defined. Did you mean “%2”?</source>
        <translation>El secreto «%1» no está definido. ¿Quiso decir «%2»?</translation>
    </message>
    <message>
        <source>The config “%1” is not defined. Add it under “configs” at the top of the file.</source>
        <translation>La configuración «%1» no está definida. Agréguela en «configs», en el primer nivel del archivo.</translation>
    </message>
    <message>
        <source>The config “%1” is not defined. Did you mean “%2”?</source>
        <translation>La configuración «%1» no está definida. ¿Quiso decir «%2»?</translation>
    </message>
    <message>
        <source>Nothing reads “version” any more, and docker compose warns about it each time. Take the line out.</source>
        <translation>Ya nada lee «version», y docker compose avisa de ello cada vez. Quite la línea.</translation>
    </message>
    <message>
        <source>The service “%1” is built where it runs: on a production server that takes its memory and processor for long, and what runs cannot be told from the version. Build elsewhere, push to a registry and name the image here.</source>
        <translation>El servicio «%1» se compila donde se ejecuta: en un servidor de producción eso le ocupa la memoria y el procesador mucho tiempo, y por la versión no se sabe qué está en marcha. Compile en otro equipo, publique en un registro y nombre aquí la imagen.</translation>
    </message>
    <message>
        <source>The service “%1” has an image and a build: without --no-build, a server that lacks the image builds it. Leave “build” to a file that is only used for development.</source>
        <translation>El servicio «%1» tiene «image» y «build»: sin --no-build, un servidor que no tenga la imagen la compila. Deje «build» en un archivo que solo se use para desarrollo.</translation>
    </message>
    <message>
        <source>The image “%2” of “%1” has no tag, which means latest: nobody can tell what runs, or go back to it. Name a version.</source>
        <translation>La imagen «%2» de «%1» no tiene etiqueta, lo que equivale a latest: nadie puede saber qué está en marcha ni volver a ello. Indique una versión.</translation>
    </message>
    <message>
        <source>The image “%2” of “%1” is “latest”: nobody can tell what runs, or go back to it. Name a version.</source>
        <translation>La imagen «%2» de «%1» es «latest»: nadie puede saber qué está en marcha ni volver a ello. Indique una versión.</translation>
    </message>
    <message>
        <source>The database “%1” is open to everybody on port %2, past the firewall too. Services of this stack reach it without a port; for a tunnel, write &quot;127.0.0.1:%2:%3&quot;.</source>
        <translation>La base de datos «%1» está abierta a todo el mundo en el puerto %2, incluso por encima del cortafuegos. Los servicios de esta pila llegan a ella sin ningún puerto; para un túnel, escriba &quot;127.0.0.1:%2:%3&quot;.</translation>
    </message>
    <message>
        <source>Others wait for “%1” (%2), and it has no health check: they start before it can answer. Add a “healthcheck”, and let them wait for service_healthy.</source>
        <translation>Otros esperan a «%1» (%2), y no tiene comprobación de salud: arrancan antes de que pueda responder. Agregue un «healthcheck» y haga que esperen a service_healthy.</translation>
    </message>
    <message>
        <source>Without “%1” the service starts with a secret that everybody knows, or fails later. Write ${%1:?} here: then nothing starts without it.</source>
        <translation>Sin «%1» el servicio arranca con un secreto que todos conocen, o falla después. Escriba aquí ${%1:?}: así nada arranca sin él.</translation>
    </message>
    <message>
        <source>“%1” is required here and set nowhere: docker compose will not start. Set it in the env file.</source>
        <translation>«%1» es obligatoria aquí y no está definida en ningún sitio: docker compose no arrancará. Defínala en el archivo de variables.</translation>
    </message>
    <message>
        <source>“%1” is set nowhere: docker compose puts nothing in its place. Set it in the env file, or give it a default.</source>
        <translation>«%1» no está definida en ningún sitio: docker compose no pone nada en su lugar. Defínala en el archivo de variables o dele un valor por defecto.</translation>
    </message>
    <message>
        <source>“%1” is required here and empty: docker compose will not start. Give it a value in the env file.</source>
        <translation>«%1» es obligatoria aquí y está vacía: docker compose no arrancará. Dele un valor en el archivo de variables.</translation>
    </message>
    <message>
        <source>“%1” still has a placeholder: what needs it will fail. Replace it by the real value.</source>
        <translation>«%1» todavía tiene un valor de relleno: lo que la necesite fallará. Sustitúyalo por el valor real.</translation>
    </message>
    <message>
        <source>“%1” is a JSON list; what reads it usually wants commas, and takes brackets and quotes for a part of the values. Write a,b,c unless the application says otherwise.</source>
        <translation>«%1» es una lista JSON; lo que la lee suele querer comas, y toma los corchetes y las comillas como parte de los valores. Escriba a,b,c salvo que la aplicación diga otra cosa.</translation>
    </message>
    <message>
        <source>“%1” looks like a JSON list and is none: it will not be read. Put each entry in double quotes.</source>
        <translation>«%1» parece una lista JSON y no lo es: no se podrá leer. Ponga cada elemento entre comillas dobles.</translation>
    </message>
    <message>
        <source>“%1” is a JSON list here and separated by commas in %2: what reads it takes one of them. Write a,b,c if that is what it wants.</source>
        <translation>«%1» es una lista JSON aquí y va separada por comas en %2: lo que la lee acepta una de las dos formas. Escriba a,b,c si es la que quiere.</translation>
    </message>
    <message>
        <source>“%1” is separated by commas here and a JSON list in %2: what reads it takes one of them. Write [&quot;a&quot;,&quot;b&quot;] if that is what it wants.</source>
        <translation>«%1» va separada por comas aquí y es una lista JSON en %2: lo que la lee acepta una de las dos formas. Escriba [&quot;a&quot;,&quot;b&quot;] si es la que quiere.</translation>
    </message>
    <message>
        <source>“%1” is tracked by git: its secrets are in the history for everybody who has it. Take it out with git rm --cached, ignore it, and change the secrets.</source>
        <translation>Git sigue el archivo «%1»: sus secretos están en el historial para todo el que lo tenga. Sáquelo con git rm --cached, haga que se ignore y cambie los secretos.</translation>
    </message>
    <message>
        <source>This line sets no variable. Write NAME=value, or a number sign before a comment.</source>
        <translation>Esta línea no define ninguna variable. Escriba NOMBRE=valor, o una almohadilla delante de un comentario.</translation>
    </message>
    <message>
        <source>“%1” has no equals sign: its value comes from the shell that starts docker compose, or from nowhere.</source>
        <translation>«%1» no tiene signo igual: su valor viene de la consola que inicia docker compose, o de ninguna parte.</translation>
    </message>
    <message>
        <source>The quote of “%1” is not closed.</source>
        <translation>Las comillas de «%1» no se cierran.</translation>
    </message>
    <message>
        <source>Something stands behind the closing quote of “%1”. Put all of the value in quotes, or a number sign before a comment.</source>
        <translation>Hay algo detrás de las comillas de cierre de «%1». Ponga todo el valor entre comillas, o una almohadilla delante de un comentario.</translation>
    </message>
    <message>
        <source>“%1” is set already in line %2: this one counts. Keep one of them.</source>
        <translation>«%1» ya se define en la línea %2: cuenta esta. Deje una de las dos.</translation>
    </message>
    <message>
        <source>This deployment is not running.</source>
        <translation>Este despliegue no está en marcha.</translation>
    </message>
    <message>
        <source>There is no such deployment, and none of an app of this name.</source>
        <translation>No existe ese despliegue, ni ninguno de una aplicación con ese nombre.</translation>
    </message>
    <message>
        <source>%1 was stopped: its journal could not be written</source>
        <translation>%1 se detuvo: no se pudo escribir su diario</translation>
    </message>
    <message>
        <source>Rolled back to v%1, as %2</source>
        <comment>a release, and its new name</comment>
        <translation>Se revirtió a v%1, publicada como %2</translation>
    </message>
    <message>
        <source>The value of “%1” begins with a number sign: most take it for a comment, docker compose does not. Put it in quotes.</source>
        <translation>El valor de «%1» empieza por una almohadilla: casi todos lo toman por un comentario, docker compose no. Póngalo entre comillas.</translation>
    </message>
    <message>
        <source>Without “%1” the service starts with an empty secret, and nothing says so. If it needs one, write ${%1:?} here.</source>
        <translation>Sin «%1» el servicio arranca con un secreto vacío, y nada lo avisa. Si necesita uno, escriba aquí ${%1:?}.</translation>
    </message>
    <message>
        <source>The value of “%1” looks like a secret. Everybody who has the file has it, and so has the history of git. Put it into an env file that stays on the server, and write ${%1:?} here.</source>
        <translation>El valor de «%1» parece un secreto. Lo tiene todo el que tenga el archivo, y también el historial de git. Póngalo en un archivo de variables que no salga del servidor y escriba aquí ${%1:?}.</translation>
    </message>
    <message>
        <source>The command of “%1” holds a password. Everybody who has the file or sees the processes of the server has it. Put it into an env file that stays on the server, and name the variable here.</source>
        <translation>El comando de «%1» lleva una contraseña. La tiene todo el que tenga el archivo o vea los procesos del servidor. Póngala en un archivo de variables que no salga del servidor y nombre aquí la variable.</translation>
    </message>
    <message>
        <source>Fly.io&apos;s GraphQL interface has trouble of its own now, and this needs it. The machines are not touched by that. Try again in a moment.</source>
        <translation>La interfaz GraphQL de Fly.io tiene problemas propios ahora, y esto la necesita. Las máquinas no se ven afectadas. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Fly.io&apos;s interface for releases has trouble of its own now, and this needs it. The machines are not touched by that. Try again in a moment.</source>
        <translation>La interfaz de versiones publicadas de Fly.io tiene problemas propios ahora, y esto la necesita. Las máquinas no se ven afectadas. Inténtelo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>It was not begun: another machine failed before.</source>
        <translation>No empezó: antes falló otra máquina.</translation>
    </message>
    <message numerus="yes">
        <source>The machines are well: %Ln on %1 and healthy.</source>
        <translation>
            <numerusform>Las máquinas están bien: %Ln en %1 y sana.</numerusform>
            <numerusform>Las máquinas están bien: %Ln en %1 y sanas.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” has no unit: of %2 Fly.io takes the whole number only, that is %3. Write it with its unit, in quotes.</source>
        <translation>«%1» no tiene unidad: de %2 Fly.io toma solo el número entero, es decir, %3. Escríbalo con su unidad, entre comillas.</translation>
    </message>
    <message>
        <source>“%1” must be JSON that begins with a brace, or the name of a file that ends in .json.</source>
        <translation>«%1» debe ser un JSON que empiece por una llave, o el nombre de un archivo que termine en .json.</translation>
    </message>
    <message>
        <source>The JSON of “%1” cannot be read in line %2, column %3: %4</source>
        <translation>El JSON de «%1» no se puede leer en la línea %2, columna %3: %4</translation>
    </message>
    <message>
        <source>“%1” is not used: it is decided outside of the machine config.</source>
        <translation>«%1» no se usa: se decide fuera de la configuración de máquina.</translation>
    </message>
    <message>
        <source>“%1” must hold containers, each with a name.</source>
        <translation>«%1» debe contener contenedores, cada uno con un nombre.</translation>
    </message>
    <message>
        <source>There is no container “%1” for the built image. There are: %2.</source>
        <translation>No hay ningún contenedor «%1» para la imagen construida. Hay: %2.</translation>
    </message>
    <message>
        <source>The container “%1” has no image, and the built one goes to another.</source>
        <translation>El contenedor «%1» no tiene imagen, y la construida va a otro.</translation>
    </message>
    <message>
        <source>“%1” names the file %2, which is not there. Names count from the folder of this file.</source>
        <translation>«%1» nombra el archivo %2, que no existe. Los nombres parten de la carpeta de este archivo.</translation>
    </message>
    <message>
        <source>“%1” names the file %2, which is outside of the folder of this file: it is not read.</source>
        <translation>«%1» nombra el archivo %2, que está fuera de la carpeta de este archivo: no se lee.</translation>
    </message>
    <message>
        <source>“%1” names the file %2, which is larger than %3 bytes: it is not sent.</source>
        <translation>«%1» nombra el archivo %2, que tiene más de %3 bytes: no se envía.</translation>
    </message>
    <message>
        <source>“%1” names the file %2, which cannot be read: %3</source>
        <translation>«%1» nombra el archivo %2, que no se puede leer: %3</translation>
    </message>
    <message>
        <source>Fly.io lists no machine of this app that could be updated. If there should be one, look again in a moment: its list may be late.</source>
        <translation>Fly.io no lista ninguna máquina de esta aplicación que se pueda actualizar. Si debería haber alguna, vuelva a mirar en un momento: su lista puede llegar con retraso.</translation>
    </message>
    <message>
        <source>There is no deployment #%1.</source>
        <translation>No hay ningún despliegue n.º %1.</translation>
    </message>
    <message>
        <source>%2 has no deployment #%1.</source>
        <translation>%2 no tiene ningún despliegue n.º %1.</translation>
    </message>
    <message>
        <source>Several apps have a deployment #%1: %2. Say which one with --app.</source>
        <translation>Varias aplicaciones tienen un despliegue n.º %1: %2. Diga cuál con --app.</translation>
    </message>
    <message>
        <source>The sandbox cannot write its own state in %1, and so cannot start. Make room there, or make the folder writable, then try again.</source>
        <translation>El sandbox no puede escribir su propio estado en %1 y por eso no arranca. Libere espacio ahí, o permita escribir en esa carpeta, y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>The sandbox could not be started. Try again.</source>
        <translation>No se pudo arrancar el sandbox. Vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>There is a mistake in %1:%2: %3</source>
        <comment>file, line, what is said of it</comment>
        <translation>Hay un error en %1:%2: %3</translation>
    </message>
    <message>
        <source>There is a mistake in %1: %2</source>
        <comment>file, what is said of it</comment>
        <translation>Hay un error en %1: %2</translation>
    </message>
    <message>
        <source>The file %1 cannot be read.</source>
        <translation>No se puede leer el archivo %1.</translation>
    </message>
    <message>
        <source>No connection to Fly.io. Check the network, then try again.</source>
        <translation>Sin conexión con Fly.io. Revise la red y vuelva a intentarlo.</translation>
    </message>
    <message>
        <source>sandbox not running</source>
        <translation>sandbox parado</translation>
    </message>
    <message>
        <source>Nothing that runs is restarted.</source>
        <translation>No se reinicia nada de lo que está en marcha.</translation>
    </message>
    <message numerus="yes">
        <source>It was given up before it changed anything: %Ln machine(s) run what somebody else deployed meanwhile.</source>
        <translation>
            <numerusform>Se abandonó antes de cambiar nada: %Ln máquina ejecuta lo que otra persona desplegó mientras tanto.</numerusform>
            <numerusform>Se abandonó antes de cambiar nada: %Ln máquinas ejecutan lo que otra persona desplegó mientras tanto.</numerusform>
        </translation>
    </message>
    <message>
        <source>#%1</source>
        <comment>a deployment&apos;s number</comment>
        <translation>n.º %1</translation>
    </message>
    <message>
        <source>Back up %1</source>
        <translation>Hacer la copia de seguridad de %1</translation>
    </message>
    <message>
        <source>Verify the backup of %1</source>
        <translation>Verificar la copia de seguridad de %1</translation>
    </message>
    <message>
        <source>Check out commit %1</source>
        <translation>Poner el commit %1</translation>
    </message>
    <message>
        <source>Pull %1 for %2</source>
        <translation>Descargar %1 para %2</translation>
    </message>
    <message>
        <source>Run %1 in a container of %2</source>
        <translation>Ejecutar %1 en un contenedor de %2</translation>
    </message>
    <message>
        <source>Recreate %1</source>
        <translation>Volver a crear %1</translation>
    </message>
    <message>
        <source>Wait until %1 is healthy</source>
        <translation>Esperar a que %1 esté sano</translation>
    </message>
    <message>
        <source>Try %1</source>
        <translation>Probar %1</translation>
    </message>
    <message>
        <source>Count %1</source>
        <translation>Contar %1</translation>
    </message>
    <message>
        <source>Restore %1 from its backup</source>
        <translation>Restaurar %1 desde su copia de seguridad</translation>
    </message>
    <message>
        <source>Leave %1: %2</source>
        <comment>a service and why</comment>
        <translation>Dejar %1: %2</translation>
    </message>
    <message>
        <source>Pull nothing for %1: %2</source>
        <translation>No descargar nada para %1: %2</translation>
    </message>
    <message>
        <source>Look for the tools</source>
        <translation>Buscar las herramientas</translation>
    </message>
    <message>
        <source>Log in to the image registry</source>
        <translation>Entrar en el repositorio de imágenes</translation>
    </message>
    <message>
        <source>Back up</source>
        <translation>Hacer la copia de seguridad</translation>
    </message>
    <message>
        <source>Verify the backup</source>
        <translation>Verificar la copia de seguridad</translation>
    </message>
    <message>
        <source>Upload the files</source>
        <translation>Subir los archivos</translation>
    </message>
    <message>
        <source>Check out the commit</source>
        <translation>Poner el commit</translation>
    </message>
    <message>
        <source>Check the configuration</source>
        <translation>Comprobar la configuración</translation>
    </message>
    <message>
        <source>Pull the image</source>
        <translation>Descargar la imagen</translation>
    </message>
    <message>
        <source>Recreate the service</source>
        <translation>Volver a crear el servicio</translation>
    </message>
    <message>
        <source>Wait until it is healthy</source>
        <translation>Esperar a que esté sano</translation>
    </message>
    <message>
        <source>Smoke test</source>
        <translation>Prueba de humo</translation>
    </message>
    <message>
        <source>Count the data</source>
        <translation>Contar los datos</translation>
    </message>
    <message>
        <source>Remove old images</source>
        <translation>Borrar imágenes viejas</translation>
    </message>
    <message>
        <source>Put the files back</source>
        <translation>Devolver los archivos</translation>
    </message>
    <message>
        <source>Return to the image before</source>
        <translation>Volver a la imagen anterior</translation>
    </message>
    <message>
        <source>Stop what uses the database</source>
        <translation>Detener lo que usa la base de datos</translation>
    </message>
    <message>
        <source>Restore the database</source>
        <translation>Restaurar la base de datos</translation>
    </message>
    <message>
        <source>tools</source>
        <extracomment>Short, inside a bar of the chart: looking for the tools on the server</extracomment>
        <translation>herramientas</translation>
    </message>
    <message>
        <source>log in</source>
        <extracomment>Short, inside a bar of the chart: logging in to an image registry</extracomment>
        <translation>entrar</translation>
    </message>
    <message>
        <source>back up</source>
        <extracomment>Short, inside a bar of the chart: a backup is made</extracomment>
        <translation>copia</translation>
    </message>
    <message>
        <source>verify</source>
        <comment>a backup</comment>
        <extracomment>Short, inside a bar of the chart: a backup is verified</extracomment>
        <translation>verificar</translation>
    </message>
    <message>
        <source>files</source>
        <extracomment>Short, inside a bar of the chart: files are uploaded or put back</extracomment>
        <translation>archivos</translation>
    </message>
    <message>
        <source>check out</source>
        <extracomment>Short, inside a bar of the chart: a commit is checked out</extracomment>
        <translation>commit</translation>
    </message>
    <message>
        <source>config</source>
        <extracomment>Short, inside a bar of the chart: the configuration is checked</extracomment>
        <translation>config</translation>
    </message>
    <message>
        <source>health</source>
        <extracomment>Short, inside a bar of the chart: waiting until a service is healthy</extracomment>
        <translation>salud</translation>
    </message>
    <message>
        <source>smoke</source>
        <extracomment>Short, inside a bar of the chart: a smoke test</extracomment>
        <translation>humo</translation>
    </message>
    <message>
        <source>count</source>
        <extracomment>Short, inside a bar of the chart: rows are counted</extracomment>
        <translation>contar</translation>
    </message>
    <message>
        <source>prune</source>
        <extracomment>Short, inside a bar of the chart: old images are removed</extracomment>
        <translation>limpiar</translation>
    </message>
    <message>
        <source>stop</source>
        <extracomment>Short, inside a bar of the chart: services are stopped</extracomment>
        <translation>detener</translation>
    </message>
    <message>
        <source>restore</source>
        <extracomment>Short, inside a bar of the chart: a database is restored</extracomment>
        <translation>restaurar</translation>
    </message>
    <message>
        <source>made on %1 by an earlier attempt</source>
        <translation>la hizo un intento anterior el %1</translation>
    </message>
    <message>
        <source>those on the server are the same</source>
        <translation>los del servidor son iguales</translation>
    </message>
    <message>
        <source>no new image is wanted</source>
        <translation>no se pide ninguna imagen nueva</translation>
    </message>
    <message>
        <source>nothing to migrate since the last time</source>
        <translation>nada que migrar desde la última vez</translation>
    </message>
    <message>
        <source>not a part of “%1”</source>
        <comment>a kind of redeploy</comment>
        <translation>no forma parte de «%1»</translation>
    </message>
    <message>
        <source>another image</source>
        <translation>otra imagen</translation>
    </message>
    <message>
        <source>other variables</source>
        <translation>otras variables</translation>
    </message>
    <message>
        <source>the compose files say something else of it</source>
        <translation>los archivos de compose dicen otra cosa de él</translation>
    </message>
    <message>
        <source>it does not run</source>
        <translation>no se está ejecutando</translation>
    </message>
    <message>
        <source>it is not healthy</source>
        <translation>no está sano</translation>
    </message>
    <message>
        <source>on request</source>
        <translation>a petición</translation>
    </message>
    <message>
        <source>Not reached, and left as they are: %1.</source>
        <translation>No se pudo llegar a ellos y se dejan como están: %1.</translation>
    </message>
    <message>
        <source>Somebody deploys this stack on %1 now.</source>
        <translation>Alguien está desplegando esta pila en %1.</translation>
    </message>
    <message>
        <source>Somebody deploys this stack on %1 now: %2.</source>
        <translation>Alguien está desplegando esta pila en %1: %2.</translation>
    </message>
    <message>
        <source>Nothing should be deployed until %1.</source>
        <translation>No debería desplegarse nada hasta el %1.</translation>
    </message>
    <message>
        <source>Nothing should be deployed until %2: %1.</source>
        <translation>No debería desplegarse nada hasta el %2: %1.</translation>
    </message>
    <message>
        <source>The migration runs without a backup: what it breaks cannot be brought back.</source>
        <translation>La migración se ejecuta sin copia de seguridad: lo que rompa no se puede recuperar.</translation>
    </message>
    <message>
        <source>What runs now on %1 has no digest: there is no way back to it.</source>
        <translation>Lo que se ejecuta ahora en %1 no tiene resumen: no hay forma de volver a ello.</translation>
    </message>
    <message>
        <source>The database goes back to %1: what was written since then is only in the emergency backup.</source>
        <translation>La base de datos vuelve al %1: lo escrito desde entonces queda solo en la copia de emergencia.</translation>
    </message>
    <message>
        <source>Nobody can tell whether there is something to migrate: the backup is made and the migration runs.</source>
        <translation>No se puede saber si hay algo que migrar: se hace la copia de seguridad y se ejecuta la migración.</translation>
    </message>
    <message>
        <source>If it fails after the migration, the database stays as it is until you say otherwise.</source>
        <translation>Si falla después de la migración, la base de datos queda como esté hasta que usted diga otra cosa.</translation>
    </message>
    <message>
        <source>The database has been migrated since %1. It stays as it is, unless you restore it, too.</source>
        <translation>La base de datos se ha migrado desde %1. Queda como está, salvo que la restaure también.</translation>
    </message>
    <message>
        <source>These services differ from the files and are left as they are: %1.</source>
        <translation>Estos servicios no coinciden con los archivos y se dejan como están: %1.</translation>
    </message>
    <message>
        <source>%1 — %2</source>
        <comment>a server, and what is done there</comment>
        <translation>%1 — %2</translation>
    </message>
    <message>
        <source>No interruption: nothing that runs is recreated.</source>
        <translation>Sin interrupción: no se vuelve a crear nada de lo que se ejecuta.</translation>
    </message>
    <message>
        <source>A brief interruption while these are recreated: %1.</source>
        <translation>Una breve interrupción mientras se vuelven a crear: %1.</translation>
    </message>
    <message>
        <source>These are down while they are recreated, one after another: %1.</source>
        <translation>Estos no responden mientras se vuelven a crear, uno tras otro: %1.</translation>
    </message>
    <message>
        <source>The stack %1 has no service to deploy.</source>
        <translation>La pila %1 no tiene ningún servicio que desplegar.</translation>
    </message>
    <message>
        <source>None of its servers can be reached: %1.</source>
        <translation>No se puede llegar a ninguno de sus servidores: %1.</translation>
    </message>
    <message>
        <source>This is no version that an image can have: letters, digits and . _ - are allowed.</source>
        <translation>Ninguna imagen puede tener esa versión: se permiten letras, cifras, «.», «_» y «-».</translation>
    </message>
    <message>
        <source>No commit is named to check out.</source>
        <translation>No se indica qué commit poner.</translation>
    </message>
    <message>
        <source>On %1 this stack runs as the project “%2”, and would be deployed beside it as “%3”. Write project = &quot;%2&quot; into atalaya.toml.</source>
        <translation>En %1 esta pila se ejecuta como el proyecto «%2», y se desplegaría al lado como «%3». Escriba project = &quot;%2&quot; en atalaya.toml.</translation>
    </message>
    <message>
        <source>The image %1 is not made for the processor of the server (%2).</source>
        <translation>La imagen %1 no está hecha para el procesador del servidor (%2).</translation>
    </message>
    <message>
        <source>%1 has %2 free, and the backup with its verification may take %3. Make room, or verify it in another way.</source>
        <translation>%1 tiene %2 libres y la copia de seguridad con su verificación puede ocupar %3. Haga sitio o verifíquela de otra forma.</translation>
    </message>
    <message>
        <source>%1 has %2 free, and pulling the images may take %3. Remove old images, or make room.</source>
        <translation>%1 tiene %2 libres y descargar las imágenes puede ocupar %3. Borre imágenes viejas o haga sitio.</translation>
    </message>
    <message>
        <source>recreated: %1</source>
        <comment>a service, and why</comment>
        <translation>se vuelve a crear: %1</translation>
    </message>
    <message>
        <source>run once</source>
        <translation>se ejecuta una vez</translation>
    </message>
    <message>
        <source>started: there is no container yet</source>
        <translation>se inicia: aún no hay contenedor</translation>
    </message>
    <message>
        <source>not a part of this deploy</source>
        <translation>no forma parte de este despliegue</translation>
    </message>
    <message>
        <source>none</source>
        <comment>downtime</comment>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>usually %1, at most %2 so far</source>
        <translation>normalmente %1, hasta ahora %2 como máximo</translation>
    </message>
    <message>
        <source>about %1, at most %2 by its health check</source>
        <translation>unos %1, como máximo %2 según su comprobación de salud</translation>
    </message>
    <message>
        <source>not known: it has no health check</source>
        <translation>no se sabe: no tiene comprobación de salud</translation>
    </message>
    <message>
        <source>First deploy</source>
        <translation>Primer despliegue</translation>
    </message>
    <message>
        <source>Code only</source>
        <translation>Solo código</translation>
    </message>
    <message>
        <source>Code and database</source>
        <translation>Código y base de datos</translation>
    </message>
    <message>
        <source>Variables only</source>
        <translation>Solo variables</translation>
    </message>
    <message>
        <source>Earlier version</source>
        <translation>Versión anterior</translation>
    </message>
    <message>
        <source>Uploads the files, pulls all images, migrates and starts everything.</source>
        <translation>Sube los archivos, descarga todas las imágenes, migra e inicia todo.</translation>
    </message>
    <message>
        <source>Pulls what is new and recreates it; the database is not touched.</source>
        <translation>Descarga lo nuevo y lo vuelve a crear; la base de datos no se toca.</translation>
    </message>
    <message>
        <source>Backs up, pulls, migrates, recreates and counts the data.</source>
        <translation>Hace la copia de seguridad, descarga, migra, vuelve a crear y cuenta los datos.</translation>
    </message>
    <message>
        <source>Pulls, migrates, recreates and counts the data; there is no backup.</source>
        <translation>Descarga, migra, vuelve a crear y cuenta los datos; no hay copia de seguridad.</translation>
    </message>
    <message>
        <source>Uploads the variables and recreates what uses them.</source>
        <translation>Sube las variables y vuelve a crear lo que las usa.</translation>
    </message>
    <message>
        <source>Returns to the images of that version.</source>
        <translation>Vuelve a las imágenes de esa versión.</translation>
    </message>
    <message>
        <source>Nothing of this stack runs yet.</source>
        <translation>Todavía no se ejecuta nada de esta pila.</translation>
    </message>
    <message>
        <source>Another image: %1.</source>
        <translation>Otra imagen: %1.</translation>
    </message>
    <message>
        <source>Other variables: %1.</source>
        <translation>Otras variables: %1.</translation>
    </message>
    <message>
        <source>Changed in the compose files: %1.</source>
        <translation>Cambiado en los archivos de compose: %1.</translation>
    </message>
    <message>
        <source>There are other migrations than the last time.</source>
        <translation>Hay otras migraciones que la última vez.</translation>
    </message>
    <message>
        <source>The migrations are the same as the last time.</source>
        <translation>Las migraciones son las mismas que la última vez.</translation>
    </message>
    <message>
        <source>Nobody can tell whether there is something to migrate.</source>
        <translation>No se puede saber si hay algo que migrar.</translation>
    </message>
    <message>
        <source>atalaya.toml names no migration.</source>
        <translation>atalaya.toml no indica ninguna migración.</translation>
    </message>
    <message>
        <source>Nothing has changed.</source>
        <translation>No ha cambiado nada.</translation>
    </message>
    <message>
        <source>These have new images, which would not be deployed: %1.</source>
        <translation>Estos tienen imágenes nuevas que no se desplegarían: %1.</translation>
    </message>
    <message>
        <source>The migration would not run.</source>
        <translation>La migración no se ejecutaría.</translation>
    </message>
    <message>
        <source>%1 was deployed on %2.</source>
        <translation>%1 se desplegó el %2.</translation>
    </message>
    <message>
        <source>No other version is known that was deployed from here.</source>
        <translation>No se conoce otra versión que se haya desplegado desde aquí.</translation>
    </message>
    <message>
        <source>Trusted since %1.</source>
        <translation>De confianza desde el %1.</translation>
    </message>
    <message>
        <source>Nobody has looked at this project yet. These are the commands that it would run.</source>
        <translation>Nadie ha revisado aún este proyecto. Estos son los comandos que ejecutaría.</translation>
    </message>
    <message>
        <source>It has changed since %1, but it runs the same commands.</source>
        <translation>Ha cambiado desde el %1, pero ejecuta los mismos comandos.</translation>
    </message>
    <message>
        <source>It would run other commands than on %1, when it was trusted.</source>
        <translation>Ejecutaría otros comandos que el %1, cuando se le dio confianza.</translation>
    </message>
    <message>
        <source>new: %1</source>
        <comment>a command</comment>
        <translation>nuevo: %1</translation>
    </message>
    <message>
        <source>not run any more: %1</source>
        <translation>ya no se ejecuta: %1</translation>
    </message>
    <message>
        <source>“%1” is no key of atalaya.toml.</source>
        <translation>«%1» no es una clave de atalaya.toml.</translation>
    </message>
    <message>
        <source>“%1” is no key of atalaya.toml. Did you mean “%2”?</source>
        <translation>«%1» no es una clave de atalaya.toml. ¿Quiso decir «%2»?</translation>
    </message>
    <message>
        <source>“%1” must not be empty.</source>
        <translation>«%1» no debe estar vacío.</translation>
    </message>
    <message>
        <source>“%1” begins with a dash: a program would take it for an option. It is refused.</source>
        <translation>«%1» empieza con un guion: un programa lo tomaría por una opción. Se rechaza.</translation>
    </message>
    <message>
        <source>“%1” has characters that no name has here: there are letters, digits and . _ - / @ :</source>
        <translation>«%1» tiene caracteres que aquí ningún nombre lleva: valen letras, cifras y . _ - / @ :</translation>
    </message>
    <message>
        <source>“%1” is not below the folder of this file. Everything that a deploy takes lies below it.</source>
        <translation>«%1» no está dentro de la carpeta de este archivo. Todo lo que usa un despliegue está dentro de ella.</translation>
    </message>
    <message>
        <source>“%1” must be a folder of its own on the server, with all of its path: /srv/name.</source>
        <translation>«%1» debe ser una carpeta propia en el servidor, con la ruta completa: /srv/nombre.</translation>
    </message>
    <message>
        <source>There is no “%1” here. There are: %2.</source>
        <translation>Aquí no existe «%1». Existen: %2.</translation>
    </message>
    <message>
        <source>“%1” must be from %2 to %3.</source>
        <translation>«%1» debe estar entre %2 y %3.</translation>
    </message>
    <message>
        <source>“%1” must be a time such as &quot;18:00&quot;.</source>
        <translation>«%1» debe ser una hora como &quot;18:00&quot;.</translation>
    </message>
    <message>
        <source>There is no time zone “%1”. They are written as in &quot;America/Argentina/Buenos_Aires&quot;.</source>
        <translation>No existe la zona horaria «%1». Se escriben como &quot;America/Argentina/Buenos_Aires&quot;.</translation>
    </message>
    <message>
        <source>“%1” must be an address with a port, as in &quot;127.0.0.1:5432&quot;.</source>
        <translation>«%1» debe ser una dirección con puerto, como &quot;127.0.0.1:5432&quot;.</translation>
    </message>
    <message>
        <source>“%1” must be an address that begins with %2:// or %3://, without name and password.</source>
        <translation>«%1» debe ser una dirección que empiece con %2:// o %3://, sin usuario ni contraseña.</translation>
    </message>
    <message>
        <source>“%1” must be a command line, or a list of its words.</source>
        <translation>«%1» debe ser una línea de comandos o la lista de sus palabras.</translation>
    </message>
    <message>
        <source>“%2” is given to the program in “%1” as one of its words: no shell reads the line. Put such a line in a script of the image, or write [&quot;sh&quot;, &quot;-c&quot;, &quot;…&quot;].</source>
        <translation>En «%1», «%2» llega al programa como una palabra más: ninguna shell lee la línea. Ponga una línea así en un script de la imagen o escriba [&quot;sh&quot;, &quot;-c&quot;, &quot;…&quot;].</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>«%1» ya está.</translation>
    </message>
    <message>
        <source>There can be “%1” or “%2”, not both.</source>
        <translation>Puede haber «%1» o «%2», no ambos.</translation>
    </message>
    <message>
        <source>“%1” needs “%2” or “%3”.</source>
        <translation>«%1» necesita «%2» o «%3».</translation>
    </message>
    <message>
        <source>“%1” means nothing with %2. Take it out.</source>
        <translation>«%1» no significa nada con %2. Quítelo.</translation>
    </message>
    <message>
        <source>%1 servers at once are more than there are (%2).</source>
        <translation>%1 servidores a la vez son más de los que hay (%2).</translation>
    </message>
    <message>
        <source>The version is to be written into “%1”, which is not among the compose files above.</source>
        <translation>La versión se escribiría en «%1», que no está entre los archivos de compose de arriba.</translation>
    </message>
    <message>
        <source>“%1” restarts a service. That applies neither a new image nor new variables: a deploy recreates what it has to. It is refused.</source>
        <translation>«%1» reinicia un servicio. Eso no aplica ni una imagen nueva ni variables nuevas: un despliegue vuelve a crear lo que haga falta. Se rechaza.</translation>
    </message>
    <message>
        <source>There is a migration and no backup before it: what it breaks cannot be brought back. Add a [[backup]].</source>
        <translation>Hay una migración y ninguna copia de seguridad antes: lo que rompa no se puede recuperar. Añada un [[backup]].</translation>
    </message>
    <message>
        <source>This backup is made and never restored: “restore” names no command that reads it.</source>
        <translation>Esta copia de seguridad se hace y nunca se restaura: «restore» no indica ningún comando que la lea.</translation>
    </message>
    <message>
        <source>The database “%1” may be restored, and nothing counts what is in it then: half a backup would go unnoticed. Add a [[data]] with the rows that must be there.</source>
        <translation>La base de datos «%1» podría restaurarse y nada cuenta después lo que hay en ella: media copia pasaría inadvertida. Añada un [[data]] con las filas que debe haber.</translation>
    </message>
    <message>
        <source>Nothing is tried after a deploy but the services&apos; own health checks. A [[smoke]] test tells what users would see.</source>
        <translation>Después de un despliegue no se prueba nada más que las comprobaciones de salud de los servicios. Una prueba [[smoke]] dice lo que verían los usuarios.</translation>
    </message>
    <message>
        <source>The database is to be restored, and there is no backup that can be. Add a [[backup]].</source>
        <translation>La base de datos debería restaurarse y no hay ninguna copia de seguridad con la que hacerlo. Añada un [[backup]].</translation>
    </message>
    <message>
        <source>The database would go back by itself, but nothing goes back before somebody says so: “on_failure” asks.</source>
        <translation>La base de datos volvería por sí sola, pero nada vuelve hasta que alguien lo diga: «on_failure» pregunta.</translation>
    </message>
    <message>
        <source>This window never ends: every deploy would be held back.</source>
        <translation>Este intervalo no termina nunca: se retendrían todos los despliegues.</translation>
    </message>
    <message>
        <source>There is no file “%1” in this folder.</source>
        <translation>En esta carpeta no hay ningún archivo «%1».</translation>
    </message>
    <message>
        <source>There is no env file “%1”: its variables would be empty, and docker compose would take every default instead.</source>
        <translation>No existe el archivo de variables «%1»: sus variables quedarían vacías y docker compose tomaría en su lugar todos los valores por defecto.</translation>
    </message>
    <message>
        <source>The service “%1” has no image and would be built on the server, which takes its memory and processor for long. Build elsewhere, push to a registry and name the image.</source>
        <translation>El servicio «%1» no tiene imagen y se construiría en el servidor, ocupando su memoria y su procesador durante mucho tiempo. Construya en otro sitio, suba la imagen a un repositorio e indíquela.</translation>
    </message>
    <message>
        <source>No image of the compose files uses “%1”: writing a version there would change nothing. Write an image as in &quot;name:${%1:?}&quot;.</source>
        <translation>Ninguna imagen de los archivos de compose usa «%1»: escribir ahí una versión no cambiaría nada. Escriba la imagen como en &quot;nombre:${%1:?}&quot;.</translation>
    </message>
    <message>
        <source>“%1” names no image: there is no place for a version in it.</source>
        <translation>«%1» no indica ninguna imagen: no hay dónde poner una versión.</translation>
    </message>
    <message>
        <source>The image of “%1” takes its version from “%2”, and “services” does not name it: it would stay at the old one.</source>
        <translation>La imagen de «%1» toma su versión de «%2», y «services» no lo nombra: se quedaría en la anterior.</translation>
    </message>
    <message>
        <source>How Atalaya deploys this project to servers of your own.</source>
        <translation>Cómo despliega Atalaya este proyecto en servidores propios.</translation>
    </message>
    <message>
        <source>What this stack is called.</source>
        <translation>Cómo se llama esta pila.</translation>
    </message>
    <message>
        <source>What docker compose calls it, where that is another name.</source>
        <translation>Cómo la llama docker compose, si es con otro nombre.</translation>
    </message>
    <message>
        <source>Not production: its name is not asked before a deploy.</source>
        <translation>No es producción: no se pide su nombre antes de desplegar.</translation>
    </message>
    <message>
        <source>In this order: names of the SSH configuration, or user@address.</source>
        <translation>En este orden: nombres de la configuración de SSH, o usuario@dirección.</translation>
    </message>
    <message>
        <source>How many of them at the same time.</source>
        <translation>Cuántos a la vez.</translation>
    </message>
    <message>
        <source>Where the project lies on each server.</source>
        <translation>Dónde está el proyecto en cada servidor.</translation>
    </message>
    <message>
        <source>Laid over one another in this order.</source>
        <translation>Se superponen en este orden.</translation>
    </message>
    <message>
        <source>Where the variables of the compose files come from.</source>
        <translation>De dónde vienen las variables de los archivos de compose.</translation>
    </message>
    <message>
        <source>Recreated when something of them changes; without this line, all of them.</source>
        <translation>Se vuelven a crear cuando algo de ellos cambia; sin esta línea, todos.</translation>
    </message>
    <message>
        <source>How the files get there: &quot;upload&quot; from this folder, or &quot;git&quot;.</source>
        <translation>Cómo llegan los archivos: &quot;upload&quot; desde esta carpeta, o &quot;git&quot;.</translation>
    </message>
    <message>
        <source>Where the version stands: a variable of the env file, or a compose file with the images&apos; tags.</source>
        <translation>Dónde está la versión: una variable del archivo de variables, o un archivo de compose con las etiquetas de las imágenes.</translation>
    </message>
    <message>
        <source>Run once in a container of its own, before anything is recreated. Its files tell whether there is something to migrate.</source>
        <translation>Se ejecuta una vez en un contenedor propio, antes de volver a crear nada. Sus archivos dicen si hay algo que migrar.</translation>
    </message>
    <message>
        <source>Made before a migration. Verified as &quot;listed&quot;, &quot;schema&quot;, or &quot;restore&quot;: into a scratch database, where the data checks must hold.</source>
        <translation>Se hace antes de una migración. Se verifica como &quot;listed&quot;, &quot;schema&quot; o &quot;restore&quot;: en una base de datos temporal, donde deben cumplirse las comprobaciones de datos.</translation>
    </message>
    <message>
        <source>How long a service may take until it is healthy.</source>
        <translation>Cuánto puede tardar un servicio en estar sano.</translation>
    </message>
    <message>
        <source>Tried on the server when everything is healthy.</source>
        <translation>Se prueba en el servidor cuando todo está sano.</translation>
    </message>
    <message>
        <source>Rows that must be there afterwards.</source>
        <translation>Filas que debe haber después.</translation>
    </message>
    <message>
        <source>What is removed at the end.</source>
        <translation>Lo que se borra al final.</translation>
    </message>
    <message>
        <source>After a failure: &quot;automatic&quot; or &quot;ask&quot;; the database goes back only after a migration.</source>
        <translation>Tras un fallo: &quot;automatic&quot; o &quot;ask&quot;; la base de datos solo vuelve atrás después de una migración.</translation>
    </message>
    <message>
        <source>When nothing is deployed, unless it is meant.</source>
        <translation>Cuándo no se despliega nada, salvo que sea a propósito.</translation>
    </message>
    <message>
        <source>All is well: all services run %1 and are healthy.</source>
        <translation>Todo bien: todos los servicios ejecutan %1 y están sanos.</translation>
    </message>
    <message>
        <source>The run reported a failure, but all services run %1 and are healthy.</source>
        <translation>La ejecución informó de un fallo, pero todos los servicios ejecutan %1 y están sanos.</translation>
    </message>
    <message>
        <source>It was stopped too late: all services run %1.</source>
        <translation>Se detuvo demasiado tarde: todos los servicios ejecutan %1.</translation>
    </message>
    <message>
        <source>The run was interrupted, but all services run %1.</source>
        <translation>La ejecución se interrumpió, pero todos los servicios ejecutan %1.</translation>
    </message>
    <message>
        <source>Rolled back: all services run %1 and are healthy.</source>
        <translation>Revertido: todos los servicios ejecutan %1 y están sanos.</translation>
    </message>
    <message>
        <source>The run reported success, but all services still run %1.</source>
        <translation>La ejecución informó de que terminó bien, pero todos los servicios siguen con %1.</translation>
    </message>
    <message>
        <source>It failed, and nothing has changed for users: %1 serves.</source>
        <translation>Falló, y para los usuarios no ha cambiado nada: sirve %1.</translation>
    </message>
    <message>
        <source>It was stopped, and nothing has changed for users: %1 serves.</source>
        <translation>Se detuvo, y para los usuarios no ha cambiado nada: sirve %1.</translation>
    </message>
    <message>
        <source>It was interrupted, and nothing has changed for users: %1 serves.</source>
        <translation>Se interrumpió, y para los usuarios no ha cambiado nada: sirve %1.</translation>
    </message>
    <message>
        <source>Rolled back: %1 serves again.</source>
        <translation>Revertido: vuelve a servir %1.</translation>
    </message>
    <message>
        <source>These services run neither what was before nor what was wanted: %1.</source>
        <translation>Estos servicios no ejecutan ni lo anterior ni lo pedido: %1.</translation>
    </message>
    <message>
        <source>The run reported success, but only these run %2: %1. Not: %3.</source>
        <translation>La ejecución informó de que terminó bien, pero solo estos ejecutan %2: %1. No lo hacen: %3.</translation>
    </message>
    <message>
        <source>It failed half-way. On %2: %1. Not: %3.</source>
        <translation>Falló a mitad de camino. Con %2: %1. Sin ella: %3.</translation>
    </message>
    <message>
        <source>It was stopped half-way. On %2: %1. Not: %3.</source>
        <translation>Se detuvo a mitad de camino. Con %2: %1. Sin ella: %3.</translation>
    </message>
    <message>
        <source>It was interrupted half-way. On %2: %1. Not: %3.</source>
        <translation>Se interrumpió a mitad de camino. Con %2: %1. Sin ella: %3.</translation>
    </message>
    <message>
        <source>It was not rolled back everywhere. Still on %2: %1. Not: %3.</source>
        <translation>No se revirtió en todas partes. Siguen con %2: %1. Sin ella: %3.</translation>
    </message>
    <message>
        <source>The number of containers is wrong: %1.</source>
        <translation>El número de contenedores no es el esperado: %1.</translation>
    </message>
    <message>
        <source>These services do not run: %1.</source>
        <translation>Estos servicios no se están ejecutando: %1.</translation>
    </message>
    <message>
        <source>The run reported success. %1</source>
        <comment>what follows is not so</comment>
        <translation>La ejecución informó de que terminó bien. %1</translation>
    </message>
    <message>
        <source>%1: no answer</source>
        <comment>a test</comment>
        <translation>%1: sin respuesta</translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <comment>a count</comment>
        <translation>%1: %2 en lugar de %3</translation>
    </message>
    <message>
        <source>%1: %2, wanted %3</source>
        <comment>a test</comment>
        <translation>%1: %2, se esperaba %3</translation>
    </message>
    <message>
        <source>All services run %1, but not all is well.</source>
        <translation>Todos los servicios ejecutan %1, pero no todo va bien.</translation>
    </message>
    <message>
        <source>Not healthy: %1.</source>
        <translation>No están sanos: %1.</translation>
    </message>
    <message>
        <source>Starting again and again: %1.</source>
        <translation>Se reinician una y otra vez: %1.</translation>
    </message>
    <message>
        <source>The data is not right: %1.</source>
        <translation>Los datos no son correctos: %1.</translation>
    </message>
    <message>
        <source>Failed smoke tests: %1.</source>
        <translation>Pruebas de humo fallidas: %1.</translation>
    </message>
    <message>
        <source>Without the variables that were wanted: %1.</source>
        <translation>Sin las variables pedidas: %1.</translation>
    </message>
    <message>
        <source>The variables in these could not be compared: %1.</source>
        <translation>En estos no se pudieron comparar las variables: %1.</translation>
    </message>
    <message>
        <source>The database was restored from its backup.</source>
        <translation>La base de datos se restauró desde su copia de seguridad.</translation>
    </message>
    <message>
        <source>The run reported success, but nobody could look at what runs now.</source>
        <translation>La ejecución informó de que terminó bien, pero no se pudo mirar qué se ejecuta ahora.</translation>
    </message>
    <message>
        <source>It failed, and nobody could look at what runs now.</source>
        <translation>Falló, y no se pudo mirar qué se ejecuta ahora.</translation>
    </message>
    <message>
        <source>What runs now is not known: nobody could look at it.</source>
        <translation>No se sabe qué se ejecuta ahora: no se pudo mirar.</translation>
    </message>
    <message>
        <source>%1 failed: a program is missing on the server</source>
        <translation>%1 falló: falta un programa en el servidor</translation>
    </message>
    <message>
        <source>%1 failed: the image registry refused the login</source>
        <translation>%1 falló: el repositorio de imágenes rechazó el acceso</translation>
    </message>
    <message>
        <source>%1 failed in its backup, before anything was changed</source>
        <translation>%1 falló en su copia de seguridad, antes de cambiar nada</translation>
    </message>
    <message>
        <source>%1 failed when its files were put in place</source>
        <translation>%1 falló al colocar sus archivos</translation>
    </message>
    <message>
        <source>%1 failed when its images were pulled</source>
        <translation>%1 falló al descargar sus imágenes</translation>
    </message>
    <message>
        <source>%1 failed at service %2</source>
        <translation>%1 falló en el servicio %2</translation>
    </message>
    <message>
        <source>%1 failed in its smoke tests</source>
        <translation>%1 falló en sus pruebas de humo</translation>
    </message>
    <message>
        <source>%1 failed: data is missing</source>
        <translation>%1 falló: faltan datos</translation>
    </message>
    <message>
        <source>%1 failed while its database was restored</source>
        <translation>%1 falló mientras se restauraba su base de datos</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a server, and what is said of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>mixed</source>
        <comment>verdict of a stack</comment>
        <translation>mezclado</translation>
    </message>
    <message>
        <source>incomplete</source>
        <comment>verdict of a stack</comment>
        <translation>incompleto</translation>
    </message>
    <message>
        <source>not healthy</source>
        <comment>verdict of a stack</comment>
        <translation>no sano</translation>
    </message>
    <message>
        <source>done</source>
        <comment>verdict of a stack</comment>
        <translation>hecho</translation>
    </message>
    <message>
        <source>Clear what an interrupted update left</source>
        <translation>Limpiar lo que dejó una actualización interrumpida</translation>
    </message>
    <message>
        <source>clear</source>
        <extracomment>Short, inside a bar of the chart: what an interrupted update left is cleared</extracomment>
        <translation>limpiar</translation>
    </message>
    <message>
        <source>It goes on where it stopped; nothing that is done is repeated.</source>
        <translation>Sigue donde se detuvo; no se repite nada de lo que ya está hecho.</translation>
    </message>
    <message>
        <source>The files, images and services before it return, each as far as it was changed.</source>
        <translation>Vuelven los archivos, las imágenes y los servicios de antes, cada uno hasta donde se cambió.</translation>
    </message>
    <message>
        <source>The database stays as it is now.</source>
        <translation>La base de datos queda como está ahora.</translation>
    </message>
    <message>
        <source>The database goes back to the backup made before; what it is now is backed up first.</source>
        <translation>La base de datos vuelve a la copia hecha antes; primero se copia como está ahora.</translation>
    </message>
    <message>
        <source>The step whose end nobody saw is not done again.</source>
        <translation>El paso cuyo final nadie vio no se repite.</translation>
    </message>
    <message>
        <source>Nothing is changed now. What was changed so far stays changed.</source>
        <translation>Ahora no se cambia nada. Lo que ya se cambió queda cambiado.</translation>
    </message>
    <message>
        <source>Roll back without the database</source>
        <translation>Revertir sin la base de datos</translation>
    </message>
    <message>
        <source>Roll back, and the database too</source>
        <translation>Revertir, también la base de datos</translation>
    </message>
    <message>
        <source>It is done: go on</source>
        <translation>Ya está hecho: seguir</translation>
    </message>
    <message>
        <source>It was rolled back, and the database with it.</source>
        <translation>Se revirtió, también con la base de datos.</translation>
    </message>
    <message>
        <source>What nobody saw the end of counts as done.</source>
        <translation>Lo que nadie vio terminar cuenta como hecho.</translation>
    </message>
    <message>
        <source>No service was recreated.</source>
        <translation>No se recreó ningún servicio.</translation>
    </message>
    <message>
        <source>Recreated: %1.</source>
        <translation>Recreados: %1.</translation>
    </message>
    <message>
        <source>Recreated: %1. Not touched: %2.</source>
        <translation>Recreados: %1. Sin tocar: %2.</translation>
    </message>
    <message>
        <source>Its command ended with code %1.</source>
        <translation>Su comando terminó con el código %1.</translation>
    </message>
    <message>
        <source>Its program is not on the server.</source>
        <translation>Su programa no está en el servidor.</translation>
    </message>
    <message>
        <source>It printed nothing, and something else was wanted.</source>
        <translation>No imprimió nada, y se esperaba otra cosa.</translation>
    </message>
    <message>
        <source>It printed “%1”, and something else was wanted.</source>
        <translation>Imprimió «%1», y se esperaba otra cosa.</translation>
    </message>
    <message>
        <source>It took longer than it may.</source>
        <translation>Tardó más de lo permitido.</translation>
    </message>
    <message>
        <source>It wrote nothing, or too little.</source>
        <translation>No escribió nada, o demasiado poco.</translation>
    </message>
    <message>
        <source>What it wrote could not be kept on the server: is its disk full?</source>
        <translation>Lo que escribió no se pudo guardar en el servidor: ¿tiene el disco lleno?</translation>
    </message>
    <message>
        <source>What it reads is not there, or broken.</source>
        <translation>Lo que lee no está, o está dañado.</translation>
    </message>
    <message>
        <source>It was ended from outside.</source>
        <translation>Lo terminaron desde fuera.</translation>
    </message>
    <message>
        <source>There is no folder of the stack %1: name the one with its atalaya.toml.</source>
        <translation>No hay ninguna carpeta de la pila %1: indique la que tiene su atalaya.toml.</translation>
    </message>
    <message>
        <source>The folder is that of another stack: %2, not %1.</source>
        <translation>La carpeta es de otra pila: %2, no %1.</translation>
    </message>
    <message>
        <source>Nobody has said that what this project runs is trusted. Look at its commands first.</source>
        <translation>Nadie ha dicho que confía en lo que ejecuta este proyecto. Mire primero sus comandos.</translation>
    </message>
    <message>
        <source>Docker with the compose plugin cannot be used on %1.</source>
        <translation>En %1 no se puede usar Docker con el complemento compose.</translation>
    </message>
    <message>
        <source>On %1 a run of somebody else has not come to its end (%2). Go on with it from where it was begun, or take over.</source>
        <translation>En %1 hay una ejecución de otra persona que no llegó a su fin (%2). Sígala desde donde empezó, o tome el control.</translation>
    </message>
    <message>
        <source>On %1 the stack is being deployed by %2.</source>
        <translation>En %1 la pila la está desplegando %2.</translation>
    </message>
    <message>
        <source>The files of the project have changed since the plan was made.</source>
        <translation>Los archivos del proyecto cambiaron desde que se hizo el plan.</translation>
    </message>
    <message>
        <source>The atalaya.toml of the stack %1 names no backup.</source>
        <translation>El atalaya.toml de la pila %1 no indica ninguna copia de seguridad.</translation>
    </message>
    <message>
        <source>The server %1 is switched to read-only.</source>
        <translation>El servidor %1 está en modo de solo lectura.</translation>
    </message>
    <message>
        <source>%1 knows nothing of this run any more.</source>
        <translation>%1 ya no sabe nada de esta ejecución.</translation>
    </message>
    <message>
        <source>The connection to %1 was lost. What runs there goes on: resume to follow it.</source>
        <translation>Se perdió la conexión con %1. Lo que se ejecuta allí continúa: reanude para seguirlo.</translation>
    </message>
    <message>
        <source>On %1 the folder %2 cannot be made.</source>
        <translation>En %1 no se puede crear la carpeta %2.</translation>
    </message>
    <message>
        <source>The runner on the server refused the deploy (%1).</source>
        <translation>El ejecutor del servidor rechazó el despliegue (%1).</translation>
    </message>
    <message>
        <source>migration</source>
        <translation>migración</translation>
    </message>
    <message>
        <source>Watch %1 from this computer</source>
        <translation>Vigilar %1 desde este equipo</translation>
    </message>
    <message>
        <source>no answer</source>
        <comment>of a watched address</comment>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>Machine %1 was destroyed by somebody else on %2. It cannot be brought back and is not part of this: there will be one fewer than before.</source>
        <translation>Otra persona destruyó la máquina %1 el %2. No se puede recuperar y queda fuera de esto: habrá una menos que antes.</translation>
    </message>
    <message>
        <source>Machine %1 was destroyed by somebody else. It cannot be brought back and is not part of this: there will be one fewer than before.</source>
        <translation>Otra persona destruyó la máquina %1. No se puede recuperar y queda fuera de esto: habrá una menos que antes.</translation>
    </message>
    <message>
        <source>Destroyed by somebody else; nothing brings it back: %1.</source>
        <translation>Destruida por otra persona; nada la recupera: %1.</translation>
    </message>
    <message>
        <source>The deployment stopped half-way, because somebody else destroyed %1. How shall it go on?</source>
        <translation>El despliegue se detuvo a medias porque otra persona destruyó %1. ¿Cómo debe seguir?</translation>
    </message>
    <message>
        <source>Watch from this computer</source>
        <translation>Vigilar desde este equipo</translation>
    </message>
    <message>
        <source>answers</source>
        <extracomment>Short, inside a bar of the chart: an address is watched, and answers</extracomment>
        <translation>responde</translation>
    </message>
    <message>
        <source>Where users reach it: watched from this computer during a deploy, so that downtime is measured.</source>
        <translation>Por dónde llegan los usuarios: se vigila desde este equipo durante un despliegue para medir el corte.</translation>
    </message>
    <message>
        <source>Watched from this computer, %1 never answered.</source>
        <translation>Vigilada desde este equipo, %1 no respondió nunca.</translation>
    </message>
    <message>
        <source>Watched from this computer, %1 answered all the time.</source>
        <translation>Vigilada desde este equipo, %1 respondió todo el tiempo.</translation>
    </message>
    <message>
        <source>Watched from this computer, %1 stopped answering %2 before the end, and still does not answer.</source>
        <translation>Vigilada desde este equipo, %1 dejó de responder %2 antes del final y sigue sin responder.</translation>
    </message>
    <message>
        <source>Watched from this computer, %1 did not answer for %2.</source>
        <translation>Vigilada desde este equipo, %1 no respondió durante %2.</translation>
    </message>
    <message numerus="yes">
        <source>Watched from this computer, %1 did not answer %Ln time(s), for %2 in all, %3 at most.</source>
        <translation>
            <numerusform>Vigilada desde este equipo, %1 no respondió %Ln vez, %2 en total y %3 como máximo.</numerusform>
            <numerusform>Vigilada desde este equipo, %1 no respondió %Ln veces, %2 en total y %3 como máximo.</numerusform>
        </translation>
    </message>
    <message>
        <source>It still does not answer.</source>
        <translation>Sigue sin responder.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln machine(s) fewer than before, because somebody else destroyed them: %1.</source>
        <translation>
            <numerusform>Hay %Ln máquina menos que antes, porque otra persona la destruyó: %1.</numerusform>
            <numerusform>Hay %Ln máquinas menos que antes, porque otra persona las destruyó: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>The practice server takes only the stacks that came with it, as they came: what their atalaya.toml runs, runs on this computer. In .env anything may be tried.</source>
        <translation>El servidor de práctica solo acepta las pilas que trae, tal como vienen: lo que ejecuta su atalaya.toml se ejecuta en este equipo. En .env se puede probar lo que se quiera.</translation>
    </message>
    <message>
        <source>It was not begun, because another server failed before: %1 serves.</source>
        <translation>No se empezó, porque antes falló otro servidor: sirve %1.</translation>
    </message>
    <message>
        <source>On %1, %2 is no clone of the project&apos;s repository: clone it there once. From then on each deploy fetches and checks out.</source>
        <translation>En %1, %2 no es un clon del repositorio del proyecto: clónelo allí una vez. Desde entonces cada despliegue trae los cambios y pone el commit.</translation>
    </message>
    <message>
        <source>%1 counted, at least %2 wanted.</source>
        <translation>Se contaron %1; se querían al menos %2.</translation>
    </message>
    <message>
        <source>%1 counted, %2 wanted.</source>
        <translation>Se contaron %1; se querían %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a step, and why it failed</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 “%2”: %3</source>
        <comment>a step, what it is about, and why it failed</comment>
        <translation>%1 «%2»: %3</translation>
    </message>
</context>
<context>
    <name>WordsAccounts</name>
    <message>
        <source>There is no token in it.</source>
        <translation>No contiene ningún token.</translation>
    </message>
    <message>
        <source>This is not a token, or it is cut off. Copy the whole of it, and only it.</source>
        <translation>Esto no es un token o está cortado. Cópielo entero, y solo el token.</translation>
    </message>
    <message>
        <source>This is the token of another service, not of Fly.io.</source>
        <translation>Este es el token de otro servicio, no de Fly.io.</translation>
    </message>
    <message>
        <source>A part of the token is missing: these are only the proofs that belong to it.</source>
        <translation>Falta una parte del token: esto son solo las pruebas que lo acompañan.</translation>
    </message>
    <message>
        <source>This desktop has no keychain. Keep the token in an encrypted file, or for this session only.</source>
        <translation>Este escritorio no tiene llavero. Guarde el token en un archivo cifrado o solo para esta sesión.</translation>
    </message>
    <message>
        <source>The keychain is locked, or refused. Unlock it and try again.</source>
        <translation>El llavero está bloqueado o lo ha rechazado. Desbloquéelo e inténtelo otra vez.</translation>
    </message>
    <message>
        <source>The encrypted file with the tokens is locked. Give its password.</source>
        <translation>El archivo cifrado con los tokens está bloqueado. Escriba su contraseña.</translation>
    </message>
    <message>
        <source>This is not the password of the encrypted file.</source>
        <translation>Esta no es la contraseña del archivo cifrado.</translation>
    </message>
    <message>
        <source>The token was kept for one session only. Connect the account again.</source>
        <translation>El token se guardó solo para una sesión. Conecte la cuenta otra vez.</translation>
    </message>
    <message>
        <source>in the keychain</source>
        <translation>en el llavero</translation>
    </message>
    <message>
        <source>in an encrypted file</source>
        <translation>en un archivo cifrado</translation>
    </message>
    <message>
        <source>for this session only</source>
        <translation>solo para esta sesión</translation>
    </message>
    <message>
        <source>in the variable %1, read each time</source>
        <translation>en la variable %1, se lee cada vez</translation>
    </message>
    <message>
        <source>in flyctl&apos;s file %1, read each time</source>
        <translation>en el archivo de flyctl %1, se lee cada vez</translation>
    </message>
    <message>
        <source>The variable %1: %2</source>
        <translation>La variable %1: %2</translation>
    </message>
    <message>
        <source>flyctl&apos;s file %1, logged in %2: %3</source>
        <translation>El archivo de flyctl %1, sesión iniciada el %2: %3</translation>
    </message>
    <message>
        <source>flyctl&apos;s file %1: %2</source>
        <translation>El archivo de flyctl %1: %2</translation>
    </message>
    <message>
        <source>tokens with limits and a personal token</source>
        <translation>tokens con límites y un token personal</translation>
    </message>
    <message>
        <source>a token with limits</source>
        <translation>un token con límites</translation>
    </message>
    <message>
        <source>a personal token</source>
        <translation>un token personal</translation>
    </message>
    <message>
        <source>not told</source>
        <comment>organisations</comment>
        <translation>no se indican</translation>
    </message>
    <message>
        <source>reads only</source>
        <translation>solo lee</translation>
    </message>
    <message>
        <source>reads and writes</source>
        <translation>lee y escribe</translation>
    </message>
    <message>
        <source>not told</source>
        <comment>expiry</comment>
        <translation>no se indica</translation>
    </message>
    <message>
        <source>It belongs to %1.</source>
        <translation>Pertenece a %1.</translation>
    </message>
    <message>
        <source>It opens all apps of %1.</source>
        <translation>Abre todas las aplicaciones de %1.</translation>
    </message>
    <message>
        <source>The platform does not tell which organisations it opens.</source>
        <translation>La plataforma no indica qué organizaciones abre.</translation>
    </message>
    <message>
        <source>It may read, and change nothing.</source>
        <translation>Permite leer y no permite cambiar nada.</translation>
    </message>
    <message>
        <source>It may do everything that its owner may do.</source>
        <translation>Permite todo lo que su dueño puede hacer.</translation>
    </message>
    <message>
        <source>It may read and, as far as it tells, change things.</source>
        <translation>Permite leer y, por lo que indica, hacer cambios.</translation>
    </message>
    <message>
        <source>It is good until %1.</source>
        <translation>Vale hasta el %1.</translation>
    </message>
    <message>
        <source>It does not tell when it ends.</source>
        <translation>No indica cuándo caduca.</translation>
    </message>
    <message>
        <source>The token is %1.</source>
        <comment>where it is kept</comment>
        <translation>El token está guardado %1.</translation>
    </message>
    <message>
        <source>It is switched to read-only here: nothing is written with it.</source>
        <translation>Aquí está en solo lectura: no se escribe nada con ella.</translation>
    </message>
    <message>
        <source>The account is switched to read-only here: nothing was sent.</source>
        <translation>La cuenta está aquí en solo lectura: no se ha enviado nada.</translation>
    </message>
    <message>
        <source>The token does not belong to that place: nothing was sent.</source>
        <translation>El token no pertenece a ese sitio: no se ha enviado nada.</translation>
    </message>
    <message>
        <source>No account is connected. Connect one, or try the sandbox.</source>
        <translation>No hay ninguna cuenta conectada. Conecte una o pruebe el sandbox.</translation>
    </message>
    <message>
        <source>It opens the app %1 only.</source>
        <translation>Abre solo la aplicación %1.</translation>
    </message>
    <message>
        <source>It opens these apps only: %1.</source>
        <translation>Abre solo estas aplicaciones: %1.</translation>
    </message>
</context>
</TS>
