<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
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
    <name>CommandsModel</name>
    <message>
        <source>%1, shortcut %2</source>
        <translation>%1, atajo %2</translation>
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
        <source>Deploys an image.</source>
        <translation>Despliega una imagen.</translation>
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
        <source>Returns to the image and config of the release before.</source>
        <translation>Vuelve a la imagen y la configuración de la versión publicada anterior.</translation>
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
        <translation>Versión</translation>
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
        <source>The world to begin: field-cases, one, twelve or hundred.</source>
        <translation>El mundo que empieza: field-cases, one, twelve o hundred.</translation>
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
        <source>Begins its world anew.</source>
        <translation>Empieza su mundo de nuevo.</translation>
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
        <source>What this fault knows more.</source>
        <translation>Lo que este fallo sabe además.</translation>
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
        <translation>Inicio</translation>
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
        <source>Save the chart as a picture (Ctrl+Shift+E)</source>
        <translation>Guardar el gráfico como imagen (Ctrl+Mayús+E)</translation>
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
        <source>Nothing has been deployed to this app from here.</source>
        <translation>Desde aquí no se ha desplegado nada en esta aplicación.</translation>
    </message>
    <message>
        <source>“Deploy…” shows a plan first; nothing is written before you confirm it.</source>
        <translation>«Desplegar…» muestra primero un plan; no se escribe nada hasta que usted lo confirme.</translation>
    </message>
    <message>
        <source>#%1 · %2 · image %3 · %4</source>
        <translation>n.º %1 · %2 · imagen %3 · %4</translation>
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
        <translation>%1 (entorno de pruebas)</translation>
    </message>
    <message>
        <source>%1 (Fly.io)</source>
        <translation>%1 (Fly.io)</translation>
    </message>
    <message>
        <source>loading</source>
        <translation>cargando</translation>
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
    <message>
        <source>Seen %1 (%2)</source>
        <translation>Visto %1 (%2)</translation>
    </message>
    <message>
        <source>unhealthy</source>
        <extracomment>a machine that runs, but whose health checks do not pass</extracomment>
        <translation>no sana</translation>
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
        <source>Fleet: accounts, apps and machines</source>
        <translation>Flota: cuentas, aplicaciones y máquinas</translation>
    </message>
    <message>
        <source>Looking for your apps…</source>
        <translation>Buscando sus aplicaciones…</translation>
    </message>
    <message>
        <source>No account yet.</source>
        <translation>Todavía no hay ninguna cuenta.</translation>
    </message>
    <message>
        <source>Give Atalaya a Fly.io token, or start it with --sandbox to try it without an account.</source>
        <translation>Dé a Atalaya un token de Fly.io, o arránquela con --sandbox para probarla sin cuenta.</translation>
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
        <translation>Comprobaciones de salud</translation>
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
        <source>Atalaya (sandbox)</source>
        <translation>Atalaya (entorno de pruebas)</translation>
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
        <translation>Prueba</translation>
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
        <translation>Volver a mirar</translation>
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
        <translation>Inicio</translation>
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
</context>
<context>
    <name>TargetPanel</name>
    <message>
        <source>Copied: %1</source>
        <translation>Copiado: %1</translation>
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
        <source>Saved as %1.</source>
        <translation>Guardado como %1.</translation>
    </message>
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
        <translation>Se termina lo que se está cambiando, se liberan las reservas y se cuenta qué ha cambiado y qué no. Las máquinas ya actualizadas se quedan como están.</translation>
    </message>
    <message>
        <source>Let it run</source>
        <translation>Dejarlo seguir</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>Cancelarlo</translation>
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
        <translation>entorno de pruebas</translation>
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
</context>
</TS>
